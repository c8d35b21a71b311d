import { useApi } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogHeader,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import type { TreeNode } from '@squadron/plugin-org-model-common';
import { useMe } from '@squadron/plugin-org-model-react';
import type { Campaign } from '@squadron/plugin-scorecards-common';
import { DateField, errorText } from '@squadron/ui';
import { FormEvent, useState } from 'react';
import { scorecardsApiRef } from '../../api/scorecardsApi';
import { dayAfter } from '../../lib/days';
import { KpiChoice } from './KpiChoice';
import styles from './Campaigns.module.css';

export interface StartCampaignDialogProps {
  group: Pick<TreeNode, 'ref' | 'title' | 'lead'>;
  onStarted: (campaign: Campaign) => void;
  onClose: () => void;
}

/** Names what is to hold, by when; who starts it drives it. */
export function StartCampaignDialog(props: StartCampaignDialogProps) {
  const { group, onStarted, onClose } = props;
  const api = useApi(scorecardsApiRef);
  const { value: me } = useMe();
  const [now] = useState(() => new Date());
  const [title, setTitle] = useState('');
  const [description, setDescription] = useState('');
  const [kpis, setKpis] = useState<string[]>([]);
  const [from, setFrom] = useState(() => dayAfter(now, 0));
  const [due, setDue] = useState(() => dayAfter(now, 30));
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const owner = me?.person?.ref ?? group.lead;
  const start = async (event: FormEvent) => {
    event.preventDefault();
    if (!owner) return;
    setBusy(true);
    setError(undefined);
    try {
      const what = { title, description, kpis, from, due };
      const body = { ...what, group: group.ref, owner };
      onStarted(await api.startCampaign({ body }));
    } catch (cause) {
      setError(errorText(cause));
      setBusy(false);
    }
  };
  return (
    <Dialog
      isOpen
      width={640}
      onOpenChange={isOpen => {
        if (!isOpen) onClose();
      }}
    >
      <DialogHeader>Start a campaign for {group.title}</DialogHeader>
      <DialogBody>
        <form className={styles.form} onSubmit={start}>
          <TextField
            label="Title"
            isRequired
            maxLength={120}
            value={title}
            onChange={setTitle}
          />
          <TextAreaField
            label="What it is for"
            maxLength={2_000}
            value={description}
            onChange={setDescription}
          />
          <KpiChoice group={group.ref} chosen={kpis} onChange={setKpis} />
          <div className={styles.dates}>
            <DateField
              label="From"
              isRequired
              max={due}
              value={from}
              onChange={setFrom}
            />
            <DateField
              label="Due"
              isRequired
              min={from}
              value={due}
              onChange={setDue}
            />
          </div>
          {error && (
            <p role="alert" className={styles.text}>
              The campaign was not started: {error}
            </p>
          )}
          <Button
            type="submit"
            isDisabled={
              busy || title.trim().length < 3 || !kpis.length || !owner
            }
          >
            {busy ? 'Starting…' : 'Start'}
          </Button>
        </form>
      </DialogBody>
    </Dialog>
  );
}
