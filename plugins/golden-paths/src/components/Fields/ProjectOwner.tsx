import { usePermission } from '@backstage/plugin-permission-react';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { goldenPathsProjectCreatePermission } from '@squadron/plugin-golden-paths-common';
import { groupName, useMe, useOrgTree } from '@squadron/plugin-org-model-react';
import { StatusMark } from '@squadron/ui';
import { useMemo } from 'react';
import { type Choice, EntityCombobox } from './EntityCombobox';

/** Who may make something for a group, for whoever may not. */
export function onlyOwners(title: string): string {
  return `Only ${title} and who leads it may make something for it.`;
}

/** All groups, those of the reader first; nothing until the organization is read. */
function useGroupChoices(): Choice[] | undefined {
  const { value: tree } = useOrgTree();
  const { value: me } = useMe();
  return useMemo(() => {
    if (!tree) return undefined;
    const own = new Set(me?.groups.map(({ ref }) => ref));
    const choices = tree.nodes.map(({ ref, title }) => ({
      id: ref,
      label: title,
      description: groupName(ref),
    }));
    return [
      ...choices.filter(({ id }) => own.has(id)),
      ...choices.filter(({ id }) => !own.has(id)),
    ];
  }, [me, tree]);
}

/** The group that a golden path makes something for, and whether the reader may. */
export function ProjectOwner(field: FieldExtensionComponentProps<string>) {
  const owner = field.formData;
  const { value: tree, error } = useOrgTree();
  const choices = useGroupChoices();
  const may = usePermission({
    permission: goldenPathsProjectCreatePermission,
    resourceRef: owner,
  });
  const isRefused =
    Boolean(owner) && !may.loading && !may.error && !may.allowed;
  const title = owner && (tree?.byRef.get(owner)?.title ?? groupName(owner));
  return (
    <EntityCombobox
      field={field}
      choices={choices}
      problem={
        error && !tree
          ? 'The groups cannot be read now: load the page again in a moment. What is filled in is kept.'
          : undefined
      }
    >
      {isRefused && title && (
        <StatusMark status="missed">{onlyOwners(title)}</StatusMark>
      )}
    </EntityCombobox>
  );
}
