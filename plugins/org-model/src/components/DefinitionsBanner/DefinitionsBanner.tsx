import { Button } from '@backstage/ui';
import { useMe } from '@squadron/plugin-org-model-react';
import { StatusMark } from '@squadron/ui';
import { DateTime } from 'luxon';
import { useState } from 'react';
import styles from './DefinitionsBanner.module.css';
import { bannerView } from './lib/bannerView';
import { ProblemsDrawer } from './ProblemsDrawer';
import { useProblems } from './useProblems';
import { useSignedIn } from './useSignedIn';

const DISMISSED = 'squadron.definitions-banner.dismissed';

function Banner() {
  const problems = useProblems();
  const { value: me } = useMe();
  const [open, setOpen] = useState(false);
  const [dismissed, setDismissed] = useState(() =>
    window.sessionStorage.getItem(DISMISSED),
  );
  if (!problems) return null;
  const view = bannerView(
    problems.definitions,
    me?.roles ?? [],
    DateTime.local(),
  );
  if (!view || dismissed === view.id) return null;
  const dismiss = () => {
    window.sessionStorage.setItem(DISMISSED, view.id);
    setDismissed(view.id);
  };
  return (
    <aside
      className={styles.banner}
      data-status={problems.definitions.status}
      aria-label="State of the definitions"
    >
      <div
        role="status"
        className={styles.words}
        title={[view.title, view.place, view.message].filter(Boolean).join(' ')}
      >
        <StatusMark
          status={
            problems.definitions.status === 'empty' ? 'missed' : 'at-risk'
          }
        >
          {view.title}
        </StatusMark>{' '}
        {view.place && <code className={styles.place}>{view.place}</code>}{' '}
        {view.message}
      </div>
      <div className={styles.actions}>
        <Button size="small" variant="secondary" onPress={() => setOpen(true)}>
          {view.problems.length > 1
            ? `Show all ${view.problems.length}`
            : 'What to do'}
        </Button>
        <Button size="small" variant="tertiary" onPress={dismiss}>
          Dismiss
        </Button>
      </div>
      {open && (
        <ProblemsDrawer
          problems={view.problems}
          tree={problems.tree}
          onClose={() => setOpen(false)}
        />
      )}
    </aside>
  );
}

/** One line above every page while the organization's definitions cannot be read. */
export function DefinitionsBanner() {
  return useSignedIn() ? <Banner /> : null;
}
