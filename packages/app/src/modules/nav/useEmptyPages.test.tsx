import { TestApiProvider } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { Me } from '@squadron/plugin-org-model-common';
import { OrgModelApi, orgModelApiRef } from '@squadron/plugin-org-model-react';
import { renderHook, waitFor } from '@testing-library/react';
import { ReactNode } from 'react';
import { useEmptyPages } from './useEmptyPages';

const group: Me['groups'][number] = {
  ref: 'group:default/squad-b-1',
  name: 'squad-b-1',
  type: 'squad',
  title: 'B-1',
  lifecycle: 'active',
  rollUp: {
    descendants: 0,
    people: { direct: 1, total: 1 },
    systems: { direct: 0, total: 0 },
  },
  leads: false,
};

function emptyPages(me: Partial<Me>, documents = 1) {
  const answer: Me = { groups: [group], roles: [], attention: [], ...me };
  const api = { me: async () => answer } as Partial<OrgModelApi>;
  const catalog = { queryEntities: async () => ({ totalItems: documents }) };
  const wrapper = ({ children }: { children: ReactNode }) => (
    <TestApiProvider
      apis={[
        [orgModelApiRef, api as OrgModelApi],
        [catalogApiRef, catalog as never],
      ]}
    >
      {children}
    </TestApiProvider>
  );
  return renderHook(() => useEmptyPages(), { wrapper }).result;
}

const onboarding = 'page:org-model/onboarding';
const docs = 'page:techdocs';

describe('useEmptyPages', () => {
  it.each<[string, Partial<Me>]>([
    ['a new person', { roles: ['engineer', 'new-hire'] }],
    ['a lead', { groups: [{ ...group, leads: true }] }],
    ['an executive', { roles: ['executive'] }],
  ])('has a place for the onboarding of %s', async (_, me) => {
    const result = emptyPages(me);
    expect(result.current).toEqual([docs, onboarding]);
    await waitFor(() => expect(result.current).toEqual([]));
  });

  it('has none for everybody else, nor for documents that are not there', async () => {
    const result = emptyPages({ roles: ['engineer', 'manager'] });
    await waitFor(() => expect(result.current).toEqual([onboarding]));
    const bare = emptyPages({ roles: ['new-hire'] }, 0);
    await waitFor(() => expect(bare.current).toEqual([docs]));
  });
});
