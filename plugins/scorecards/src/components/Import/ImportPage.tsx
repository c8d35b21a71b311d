import { Button } from '@backstage/ui';
import { ErrorState, PageHeader, ProgressBar, SectionCard } from '@squadron/ui';
import { useViews } from '../ScorecardsPage/views';
import styles from './Import.module.css';
import { ImportPreview } from './ImportPreview';
import { importAnswer } from './lib/importView';
import { useImport } from './useImport';

const example = `kpi,entity,at,value,good,bad,total,sum,count,unit
b-1-api-uptime,squad-b-1,2026-11-28T06:00:00Z,,,3,10000,,,
b-2-p95-latency,squad-b-2,2026-11-28T06:00:00Z,4.2,,,,,,ms`;

function Choose({ onFile }: { onFile: (file: File) => void }) {
  return (
    <SectionCard title="Choose a file">
      <p className={styles.text}>
        One sample a row, with these columns: <code>bad</code> or{' '}
        <code>good</code> and <code>total</code> for a ratio, <code>sum</code>{' '}
        and <code>count</code> for a duration, <code>value</code> for the rest.
        At most 1,000,000 rows. Nothing is taken over before you have seen what
        the file means.
      </p>
      <pre className={styles.example}>{example}</pre>
      <label className={styles.file}>
        CSV file
        <input
          type="file"
          accept=".csv,text/csv"
          onChange={({ target }) => {
            const file = target.files?.item(0);
            if (file) onFile(file);
          }}
        />
      </label>
    </SectionCard>
  );
}

/** Brings samples in from a CSV file: sent, checked, looked at, taken over. */
export function ImportPage() {
  const { sent, value, error, send, run, cancel } = useImport();
  const isIdle = !value && !sent;
  const isWorking = value?.state === 'checking' || value?.state === 'importing';
  return (
    <>
      <PageHeader
        title="Upload samples"
        answer={value && importAnswer(value)}
        breadcrumbs={[
          { label: 'Scorecards', href: '/scorecards' },
          { label: 'Collectors', href: '/scorecards/collectors' },
        ]}
        tabs={useViews()}
        activeTab="collectors"
      />
      {error && <ErrorState title="The file was not taken" error={error} />}
      {isIdle && <Choose onFile={send} />}
      {sent && (
        <ProgressBar
          label="Sending the file"
          done={sent.bytes}
          total={sent.of}
          words={`${Math.round((sent.bytes / Math.max(1, sent.of)) * 100)} %`}
        />
      )}
      {isWorking && (
        <ProgressBar
          label={
            value.state === 'checking' ? 'Checking rows' : 'Taking rows over'
          }
          done={value.rows ? value.progress : undefined}
          total={value.rows}
        />
      )}
      {value && <ImportPreview value={value} />}
      {value && (
        <div className={styles.actions}>
          {value.state === 'checked' && (
            <Button isDisabled={value.result.accepted === 0} onPress={run}>
              Take {value.result.accepted}{' '}
              {value.result.accepted === 1 ? 'row' : 'rows'} over
            </Button>
          )}
          <Button variant="secondary" onPress={cancel}>
            {isWorking || value.state === 'checked'
              ? 'Give up'
              : 'Upload another file'}
          </Button>
        </div>
      )}
    </>
  );
}
