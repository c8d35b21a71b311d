import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { storageApiRef } from '@backstage/frontend-plugin-api';
import { Me } from '@squadron/plugin-org-model-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { OrgModelApi, orgModelApiRef } from '../api/orgModelApiRef';
import { smallTree } from '../__testUtils__/treeNodes';
import { ScopePicker } from './ScopePicker';
import { useScope } from './useScope';

function Page() {
  const scope = useScope();
  return (
    <>
      <ScopePicker />
      <p>about {scope.refs.join(' and ') || 'everything'}</p>
      <output>{useLocation().search}</output>
    </>
  );
}

const me = {
  groups: [
    { ref: 'group:default/squad-b-1' },
    { ref: 'group:default/squad-a-1' },
  ],
} as Me;

async function show(address: string, storage = mockApis.storage()) {
  const api: Partial<OrgModelApi> = {
    tree: async () => ({ at: '2026-01-01T00:00:00Z', nodes: smallTree }),
    me: async () => me,
  };
  const shown = renderInTestApp(
    <TestApiProvider
      apis={[
        [orgModelApiRef, api as OrgModelApi],
        [storageApiRef, storage],
      ]}
    >
      <Page />
    </TestApiProvider>,
    { initialRouteEntries: [address] },
  );
  await screen.findByRole('combobox', { name: 'Scope' });
  return { ...shown, storage };
}

describe('ScopePicker', () => {
  it('shows the scope of the address, and follows a choice by code', async () => {
    await show('/?scope=division-1a');
    const picker = screen.getByRole('combobox', { name: 'Scope' });
    await waitFor(() => expect(picker).toHaveValue('1A Edge'));
    await userEvent.clear(picker);
    await userEvent.type(picker, 'B-1');
    await userEvent.click(
      await screen.findByRole('option', { name: /B-1 Compute/ }),
    );
    expect(
      await screen.findByText('about group:default/squad-b-1'),
    ).toBeInTheDocument();
    expect(screen.getByText('?scope=squad-b-1')).toBeInTheDocument();
  });

  it('remembers the choice, which an address overrules', async () => {
    const storage = mockApis.storage({
      data: { 'org-model': { scope: 'squad-b-1' } },
    });
    const { unmount } = await show('/?q=a', storage);
    expect(
      screen.getByText('about group:default/squad-b-1'),
    ).toBeInTheDocument();
    expect(await screen.findByText('?q=a&scope=squad-b-1')).toBeInTheDocument();
    unmount();
    await show('/?scope=squad-a-1', storage);
    expect(
      screen.getByText('about group:default/squad-a-1'),
    ).toBeInTheDocument();
  });

  it('stands for all of my groups', async () => {
    await show('/?scope=_mine');
    expect(
      await screen.findByText(
        'about group:default/squad-b-1 and group:default/squad-a-1',
      ),
    ).toBeInTheDocument();
    expect(screen.getByRole('combobox')).toHaveValue('My groups');
  });

  it('goes back to the whole organization', async () => {
    const { storage } = await show('/?scope=squad-a-1');
    const picker = screen.getByRole('combobox', { name: 'Scope' });
    await userEvent.clear(picker);
    await userEvent.type(picker, 'Whole');
    await userEvent.click(
      await screen.findByRole('option', { name: 'Whole organization' }),
    );
    expect(await screen.findByText('about everything')).toBeInTheDocument();
    expect(storage.forBucket('org-model').snapshot('scope').value).toBe(
      undefined,
    );
  });
});
