import { Combobox } from '@backstage/ui';
import { useEffect, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
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

/** Writes a remembered scope into the address, so that it may be shared as it is seen. */
function useScopeInAddress(value: string | undefined) {
  const [params, setParams] = useSearchParams();
  const isMissing = value !== undefined && !params.has('scope');
  useEffect(() => {
    if (!isMissing) return;
    setParams(
      current => {
        const next = new URLSearchParams(current);
        next.set('scope', value);
        return next;
      },
      { replace: true },
    );
  }, [isMissing, value, setParams]);
}

/** Chooses the group that the page's figures are about, by code or title. */
export function ScopePicker() {
  const { value: tree } = useOrgTree();
  const scope = useScope();
  useScopeInAddress(scope.value);
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
