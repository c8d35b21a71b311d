import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import styles from './Fields.module.css';
import { useKeptDraft } from './useKeptDraft';

/** Says that the form is kept, on a page of it that has no other field of golden paths. */
export function DraftNote(props: FieldExtensionComponentProps<null>) {
  useKeptDraft(props.formContext?.formData ?? {});
  return (
    <p className={styles.help}>
      What you fill in is kept as a draft, which you find under Create until it
      is sent or discarded.
    </p>
  );
}
