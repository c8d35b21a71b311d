import { useApi } from '@backstage/frontend-plugin-api';
import { Button, Link } from '@backstage/ui';
import { GroupLink, PersonLink } from '@squadron/plugin-org-model-react';
import type { Campaign } from '@squadron/plugin-scorecards-common';
import { ConfirmDialog, Drawer, Sparkline, StatusMark } from '@squadron/ui';
import { useState } from 'react';
import { scorecardsApiRef } from '../../api/scorecardsApi';
import { healthMark, percent } from '../../lib/marks';
import { kpiPath } from '../../lib/paths';
import styles from './Campaigns.module.css';
import { campaignMark } from './lib/campaignView';

export interface CampaignDrawerProps {
  campaign: Campaign;
  onChanged: () => void;
  onClose: () => void;
}

/** A campaign: what it is about, how it goes, and its end before the date. */
export function CampaignDrawer(props: CampaignDrawerProps) {
  const { campaign, onChanged, onClose } = props;
  const api = useApi(scorecardsApiRef);
  const [closing, setClosing] = useState(false);
  const { status, words } = campaignMark(campaign);
  const { id, title, owner, group, kpis, trend } = campaign;
  const isOpen = ['planned', 'running', 'reached'].includes(campaign.state);
  const close = async () => {
    await api.closeCampaign({ params: { id } });
    onChanged();
    onClose();
  };
  if (closing) {
    return (
      <ConfirmDialog
        title={`Close ${title}?`}
        confirmLabel="Close it"
        isDestructive
        onConfirm={close}
        onClose={() => setClosing(false)}
      >
        A closed campaign does not begin again. Its record stays, with how far
        it came.
      </ConfirmDialog>
    );
  }
  return (
    <Drawer
      title={title}
      subtitle={<GroupLink entityRef={group.ref}>{group.title}</GroupLink>}
      onClose={onClose}
      actions={
        isOpen && (
          <Button variant="secondary" onPress={() => setClosing(true)}>
            Close the campaign
          </Button>
        )
      }
    >
      <div className={styles.form}>
        <p className={styles.text}>
          <StatusMark status={status}>{words}</StatusMark>{' '}
          {percent(campaign.progress)} done, from {campaign.from} to{' '}
          {campaign.due}, driven by{' '}
          <PersonLink entityRef={owner.ref}>{owner.title}</PersonLink>
        </p>
        {campaign.description && (
          <p className={styles.text}>{campaign.description}</p>
        )}
        <p className={styles.text}>
          When it began: {healthMark(campaign.start).words}. Now:{' '}
          {healthMark(campaign.now).words}.
        </p>
        {trend.length > 1 && (
          <Sparkline
            label="Targets met since it began"
            values={trend.map(({ met }) => met)}
          />
        )}
        <ul className={styles.list}>
          {kpis.map(({ ref, title: kpi }) => (
            <li key={ref}>
              <Link href={kpiPath(ref)}>{kpi}</Link>
            </li>
          ))}
        </ul>
      </div>
    </Drawer>
  );
}
