import { ButtonLink } from '@backstage/ui';
import type { ProjectUpdate } from '@squadron/plugin-golden-paths-common';
import { requestNames } from '../../lib/requestNames';
import styles from './EntityGoldenPath.module.css';

function labelOf({ host, conflicts }: ProjectUpdate): string {
  if (host) return `Open a ${requestNames[host]}`;
  return conflicts.length > 0 ? 'Prepare the merge' : 'Update';
}

/** The way to bring a newer version in: its form, or the request where people merge it. */
export function UpdateActions(props: {
  update: ProjectUpdate;
  /** Address of the form that brings it in. */
  form?: string;
  /** The reader may bring it in; nothing until that is known. */
  isAllowed?: boolean;
  /** Who may, in words. */
  who: string;
}) {
  const { update, form, isAllowed, who } = props;
  const { host, mergeRequest, conflicts } = update;
  if (host && mergeRequest) {
    return (
      <ButtonLink
        variant="primary"
        href={mergeRequest}
        target="_blank"
        rel="noopener noreferrer"
      >
        See the open {requestNames[host]}
      </ButtonLink>
    );
  }
  if (!form || isAllowed === undefined) return null;
  return (
    <>
      <ButtonLink
        variant={!host && conflicts.length > 0 ? 'secondary' : 'primary'}
        isDisabled={!isAllowed}
        href={form}
      >
        {labelOf(update)}
      </ButtonLink>
      {!isAllowed && <span className={styles.quiet}>{who}</span>}
    </>
  );
}
