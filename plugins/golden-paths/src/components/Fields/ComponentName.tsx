import { useApi } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { TextField } from '@backstage/ui';
import { StatusMark } from '@squadron/ui';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { goldenPathsApiRef } from '../../api/goldenPathsApi';
import styles from './Fields.module.css';
import { templateOfAddress } from './templateOfAddress';
import { useKeptDraft } from './useKeptDraft';

const quietMs = 300;

interface Check {
  name: string;
  isFree: boolean;
  problem?: string;
}

/** Whether a name is free, asked when nothing has been typed for a moment. */
function useNameCheck(name: string | undefined): Check | undefined {
  const api = useApi(goldenPathsApiRef);
  const [check, setCheck] = useState<Check>();
  useEffect(() => {
    if (!name) return undefined;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      api.name({ params: { name } }, { signal: abort.signal }).then(
        answer => setCheck({ name, ...answer }),
        // The steps check it again: who cannot be told now is told then.
        () => undefined,
      );
    }, quietMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [api, name]);
  return check?.name === name ? check : undefined;
}

function Verdict({ name }: { name: string | undefined }) {
  const check = useNameCheck(name);
  return (
    <p className={styles.verdict} role="status">
      {check?.isFree && <StatusMark status="met">{name} is free</StatusMark>}
      {check && !check.isFree && (
        <StatusMark status="missed">{check.problem}</StatusMark>
      )}
    </p>
  );
}

/** The name of what a golden path makes, with whether it is free. */
export function ComponentName(props: FieldExtensionComponentProps<string>) {
  const { formContext, formData, idSchema, onChange, rawErrors, required } =
    props;
  const { schema, uiSchema } = props;
  const { pathname } = useLocation();
  useKeptDraft(templateOfAddress(pathname), formContext?.formData ?? {});
  const error = rawErrors?.[0];
  return (
    <div>
      <TextField
        id={idSchema?.$id}
        label={schema.title ?? 'Name'}
        description={schema.description}
        isRequired={required}
        isInvalid={Boolean(error)}
        value={formData ?? ''}
        onChange={value => onChange(value || undefined)}
        // The first field of a form that somebody has just opened.
        autoFocus={uiSchema?.['ui:autofocus']}
        autoComplete="off"
        spellCheck="false"
      />
      {error ? (
        <p className={styles.verdict} role="alert">
          <StatusMark status="missed">{error}</StatusMark>
        </p>
      ) : (
        <Verdict name={formData} />
      )}
      {uiSchema?.['ui:help'] && (
        <p className={styles.help}>{String(uiSchema['ui:help'])}</p>
      )}
    </div>
  );
}
