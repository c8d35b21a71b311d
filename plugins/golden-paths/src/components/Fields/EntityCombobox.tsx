import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Combobox } from '@backstage/ui';
import { StatusMark } from '@squadron/ui';
import type { ReactNode } from 'react';
import styles from './Fields.module.css';
import { describedBy, useNativeField } from './useNativeField';

/** An entity that can be chosen. */
export interface Choice {
  /** Its ref. */
  id: string;
  /** Its title. */
  label: string;
  /** Its name. */
  description?: string;
}

/** Name of an entity by its ref, as far as the ref tells. */
export function nameOfRef(ref: string): string {
  return ref.replace(/^[^:]*:/, '').replace(/^default\//, '');
}

function fits(choice: Choice, query: string): boolean {
  const text = `${choice.label} ${choice.id}`;
  return text.toLocaleLowerCase().includes(query.trim().toLocaleLowerCase());
}

/** Chooses an entity by title or name; the value is its ref. */
export function EntityCombobox(props: {
  field: FieldExtensionComponentProps<string>;
  /** Nothing until they are read. */
  choices?: Choice[];
  /** Why they could not be read, and what to do. */
  problem?: string;
  /** What there is to say of the choice, in place of what the form says. */
  children?: ReactNode;
}) {
  const { choices, problem, children } = props;
  const { formData, idSchema, onChange, rawErrors, required } = props.field;
  const { schema, uiSchema } = props.field;
  const ref = useNativeField<HTMLDivElement>({
    required,
    autofocus: uiSchema?.['ui:autofocus'],
  });
  const known = choices ?? [];
  const chosen = known.find(({ id }) => id === formData);
  // What a draft or an address brought shows at once, by its name until its title is known.
  const options: Choice[] =
    chosen || !formData
      ? known
      : [{ id: formData, label: nameOfRef(formData) }, ...known];
  const [error] = rawErrors ?? [];
  return (
    <div>
      <Combobox
        ref={ref}
        id={idSchema?.$id}
        aria-describedby={describedBy(idSchema?.$id)}
        label={schema.title}
        description={schema.description}
        isRequired={required}
        validationBehavior="aria"
        isInvalid={Boolean(error)}
        menuTrigger="input"
        options={options}
        loading={{ state: choices || problem ? 'idle' : 'loading' }}
        // `search` would filter what is shown alone: keys would still walk through all that there is.
        defaultFilter={(label, query) =>
          options.some(choice => choice.label === label && fits(choice, query))
        }
        selectedKey={formData ?? null}
        onSelectionChange={key =>
          onChange(key === null ? undefined : String(key))
        }
      />
      <p className={styles.verdict} role="status">
        {problem && <StatusMark status="no-data">{problem}</StatusMark>}
        {/* An error is said by the form, right below. */}
        {!error &&
          (children || (
            <span className={styles.name}>{chosen?.description}</span>
          ))}
      </p>
    </div>
  );
}
