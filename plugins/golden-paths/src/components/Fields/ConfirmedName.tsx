import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { TextField } from '@backstage/ui';
import { describedBy, useNativeField } from './useNativeField';

/** The name of the component of the form, typed once more by whoever takes it away. */
export function ConfirmedName(props: FieldExtensionComponentProps<string>) {
  const { formData, idSchema, onChange, rawErrors, required, schema } = props;
  const ref = useNativeField<HTMLDivElement>({ required });
  return (
    <TextField
      ref={ref}
      id={idSchema?.$id}
      aria-describedby={describedBy(idSchema?.$id)}
      label={schema.title}
      description={schema.description}
      isRequired={required}
      validationBehavior="aria"
      isInvalid={Boolean(rawErrors?.length)}
      value={formData ?? ''}
      onChange={value => onChange(value || undefined)}
      autoComplete="off"
      spellCheck="false"
    />
  );
}
