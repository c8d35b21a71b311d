import type { SampleImport } from '@squadron/plugin-scorecards-common';
import { DataColumn, DataTable, SectionCard, StatusMark } from '@squadron/ui';
import { withSigns } from '../../lib/withSigns';
import styles from './Import.module.css';

type PreviewRow = SampleImport['preview'][number];
type RowError = SampleImport['result']['errors'][number];

const previewColumns: DataColumn<PreviewRow>[] = [
  { id: 'line', label: 'Line', numeric: true, value: ({ line }) => line },
  { id: 'kpi', label: 'KPI', value: ({ kpi }) => kpi },
  { id: 'entity', label: 'Of', value: ({ entity }) => entity },
  { id: 'at', label: 'Measured', value: ({ at }) => at },
  {
    id: 'text',
    label: 'The KPI then',
    value: ({ text }) => text,
    render: ({ text }) => (text ? withSigns(text) : '–'),
  },
  {
    id: 'problem',
    label: 'State',
    value: ({ problem }) => problem ?? 'good',
    render: ({ problem }) => (
      <StatusMark status={problem ? 'missed' : 'met'}>
        {problem ? 'not taken' : 'good'}
      </StatusMark>
    ),
  },
];

const errorColumns: DataColumn<RowError>[] = [
  { id: 'line', label: 'Line', numeric: true, value: ({ index }) => index },
  { id: 'code', label: 'Fault', value: ({ code }) => code },
  { id: 'message', label: 'What to do', value: ({ message }) => message },
];

/** The first rows as they were understood, and the rows that are not taken. */
export function ImportPreview({ value }: { value: SampleImport }) {
  const { preview, result } = value;
  return (
    <div className={styles.preview}>
      {preview.length > 0 && (
        <SectionCard title="The first rows">
          <DataTable
            name="preview"
            label="The first rows"
            rows={preview}
            columns={previewColumns}
            rowId={({ line }) => String(line)}
          />
        </SectionCard>
      )}
      {result.errors.length > 0 && (
        <SectionCard title="Rows that are not taken">
          <DataTable
            name="errors"
            label="Rows that are not taken"
            rows={result.errors}
            columns={errorColumns}
            rowId={({ index, code }) => `${index} ${code}`}
          />
        </SectionCard>
      )}
    </div>
  );
}
