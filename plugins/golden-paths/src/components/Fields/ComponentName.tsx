import { useApi } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { TextField } from '@backstage/ui';
import { StatusMark } from '@squadron/ui';
import { useEffect, useState } from 'react';
import { goldenPathsApiRef } from '../../api/goldenPathsApi';
import styles from './Fields.module.css';
import { useKeptDraft } from './useKeptDraft';
import { describedBy, useNativeField } from './useNativeField';

const quietMs = 300;

type Check =
  | { name: string; state: 'free' | 'unknown' }
  | { name: string; state: 'taken'; problem: string };

/** Whether a name is free, asked when nothing has been typed for a moment. */
function useNameCheck(name: string | undefined): Check | undefined {
  const api = useApi(goldenPathsApiRef);
  const [check, setCheck] = useState<Check>();
  useEffect(() => {
    if (!name) return undefined;
    const abort = new AbortController();
    const tell = (made: Check) => {
      if (!abort.signal.aborted) setCheck(made);
    };
    const timer = setTimeout(() => {
      api.name({ params: { name } }, { signal: abort.signal }).then(
        ({ isFree, problem = `${name} cannot be had` }) =>
          tell(
            isFree
              ? { name, state: 'free' }
              : { name, state: 'taken', problem },
          ),
        () => tell({ name, state: 'unknown' }),
      );
    }, quietMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [api, name]);
  return check?.name === name ? check : undefined;
}

/** Whether a template can take a name at all, which says more than that nobody has it. */
function isFitting(name: string | undefined, pattern: string | undefined) {
  return !name || !pattern || new RegExp(pattern).test(name);
}

function Verdict({ check, error }: { check?: Check; error?: string }) {
  if (check?.state === 'taken') {
    return <StatusMark status="missed">{check.problem}</StatusMark>;
  }
  if (error) return <StatusMark status="missed">{error}</StatusMark>;
  if (check?.state === 'free') {
    return <StatusMark status="met">{check.name} is free</StatusMark>;
  }
  return (
    check && (
      <StatusMark status="no-data">
        Whether it is free cannot be told now; Next asks again.
      </StatusMark>
    )
  );
}

/** The name of what a golden path makes, with whether it is free. */
export function ComponentName(props: FieldExtensionComponentProps<string>) {
  const { formContext, formData, idSchema, onChange, rawErrors } = props;
  const { required, schema, uiSchema } = props;
  useKeptDraft(formContext?.formData ?? {});
  const ref = useNativeField<HTMLDivElement>({
    required,
    autofocus: uiSchema?.['ui:autofocus'],
  });
  const fits = isFitting(formData, schema.pattern);
  const check = useNameCheck(fits ? formData : undefined);
  const error = fits
    ? undefined
    : (uiSchema?.['ui:help'] ?? `It must match ${schema.pattern}`);
  // The form says right below what it has found, until Next asks again.
  const isTold = Boolean(rawErrors?.length) && check?.state !== 'free';
  return (
    <div>
      <TextField
        ref={ref}
        id={idSchema?.$id}
        aria-describedby={describedBy(idSchema?.$id)}
        label={schema.title ?? 'Name'}
        description={schema.description}
        isRequired={required}
        validationBehavior="aria"
        isInvalid={isTold || !fits || check?.state === 'taken'}
        value={formData ?? ''}
        onChange={value => onChange(value || undefined)}
        autoComplete="off"
        spellCheck="false"
      />
      <p className={styles.verdict} role="status">
        {!isTold && <Verdict check={check} error={error} />}
      </p>
    </div>
  );
}
