import { Combobox } from '@backstage/ui';
import { useMemo } from 'react';
import { GroupTree } from '../tree/groupTree';
import { useOrgTree } from '../tree/useOrgTree';
import { useScope } from './useScope';

const everything = '*';
const mine = 'mine';

function optionsOf(tree: GroupTree | undefined) {
  return [
    { id: everything, label: 'Whole organization' },
    { id: mine, label: 'My groups' },
    ...(tree?.nodes ?? []).map(node => ({
      id: node.ref,
      label: node.title,
      description: tree?.byRef.get(node.parent ?? '')?.title,
    })),
  ];
}

/** Chooses the group that the page's figures are about, by code or title. */
export function ScopePicker() {
  const { value: tree } = useOrgTree();
  const scope = useScope();
  const options = useMemo(() => optionsOf(tree), [tree]);
  const chosen = scope.mine ? mine : (scope.ref ?? everything);
  return (
    <Combobox
      aria-label="Scope"
      size="small"
      options={options}
      selectedKey={options.some(({ id }) => id === chosen) ? chosen : null}
      onSelectionChange={key => {
        if (key !== null) {
          scope.setScope(key === everything ? undefined : String(key));
        }
      }}
    />
  );
}
