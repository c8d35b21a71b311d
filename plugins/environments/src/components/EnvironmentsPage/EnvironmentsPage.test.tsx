import type { Environment } from '@squadron/plugin-environments-common';
import { refusal } from '@squadron/test-portal';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { anEnvironment, now } from '../../__testUtils__/environments';
import { renderPortal, setupPortal } from '../../__testUtils__/portal';
import { EnvironmentsPage } from './EnvironmentsPage';

const portal = setupPortal();
const dev = { name: 'dev', title: 'Development' };
const hoursFromNow = (hours: number) =>
  new Date(Date.parse(now) + hours * 3_600_000).toISOString();

function answerWith(items: Environment[], clusters: object[] = [dev]) {
  portal.answer({
    'GET environments/environments': { at: now, items, clusters },
  });
}

const show = (search = '?scope=squad-b-1', denied: string[] = []) =>
  renderPortal(<EnvironmentsPage />, {
    path: `/environments${search}`,
    denied,
  });

async function rowOf(namespace: string) {
  const table = await screen.findByRole('table', { name: 'Environments' });
  return within(
    within(table).getByRole('row', { name: new RegExp(namespace) }),
  );
}

describe('EnvironmentsPage', () => {
  it('says what is in use, and asks for the scope alone', async () => {
    const asked: string[] = [];
    portal.answer({
      'GET environments/environments': async ({ url }) => {
        asked.push(new URL(url).search);
        const soon = anEnvironment({
          namespace: 'dev-cart',
          expiresAt: hoursFromNow(2),
        });
        return { at: now, items: [soon, anEnvironment()], clusters: [dev] };
      },
    });
    await show();
    expect(
      await screen.findByText(
        /^2 environments of .* in use; 1 ends within 12 hours\.$/,
      ),
    ).toBeInTheDocument();
    expect(asked).toEqual(['?root=group%3Adefault%2Fsquad-b-1']);
    const row = await rowOf('dev-shop');
    expect(row.getByRole('link', { name: 'shop' })).toHaveAttribute(
      'href',
      '/catalog/default/component/shop',
    );
    expect(row.getByText('3 of 20')).toBeInTheDocument();
    expect(
      (await rowOf('dev-cart')).getByText(/^1 h 59 min|^2 h 0 min/),
    ).toBeVisible();
  });

  it('shows the rows that the address asks for', async () => {
    answerWith([
      anEnvironment({ namespace: 'dev-one', phase: 'stuck' }),
      anEnvironment({ namespace: 'dev-two' }),
    ]);
    await show('?phase=stuck');
    await rowOf('dev-one');
    expect(screen.queryByText('dev-two')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'stuck' }));
    await rowOf('dev-two');
  });

  it('says what holds one that is stuck', async () => {
    const problem = 'The namespace has the finalizer example.org/backup';
    answerWith([anEnvironment({ phase: 'stuck', problem })]);
    await show('?environment=dev%2Fdev-shop');
    const drawer = within(await screen.findByRole('dialog'));
    expect(drawer.getByText(problem)).toBeVisible();
    expect(drawer.getByText('cc-b1')).toBeVisible();
  });

  it('shows what is in the clusters that answer, and names the others', async () => {
    const problem = 'The cluster Laboratory cannot be reached';
    answerWith(
      [anEnvironment()],
      [dev, { name: 'lab', title: 'Laboratory', problem }],
    );
    await show();
    await rowOf('dev-shop');
    expect(screen.getByText(problem)).toBeInTheDocument();
    expect(
      screen.getByText(/1 of 2 clusters does not answer/),
    ).toBeInTheDocument();
  });

  it('keeps one longer, and says until when', async () => {
    const sent: unknown[] = [];
    answerWith([anEnvironment({ expiresAt: hoursFromNow(2) })]);
    portal.answer({
      'POST environments/environments/dev/dev-shop/extend': async request => {
        sent.push(await request.json());
        return { ...anEnvironment({ expiresAt: hoursFromNow(48) }) };
      },
    });
    await show();
    const row = await rowOf('dev-shop');
    await userEvent.click(
      await row.findByRole('button', { name: 'Actions for dev-shop' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: /^Extend by 48 h, until/ }),
    );
    expect(
      await screen.findByText(/^dev-shop stays until/),
    ).toBeInTheDocument();
    expect(sent).toEqual([{ hours: 48 }]);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('deletes one only when its name is typed', async () => {
    const sent: string[] = [];
    answerWith([anEnvironment()]);
    portal.answer({
      'DELETE environments/environments/dev/dev-shop': async ({ method }) => {
        sent.push(method);
        return new Response(null, { status: 204 });
      },
    });
    await show();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Actions for dev-shop' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Delete…' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    const confirm = dialog.getByRole('button', { name: 'Delete' });
    expect(confirm).toBeDisabled();
    await userEvent.type(dialog.getByRole('textbox'), 'dev-shop');
    await userEvent.click(confirm);
    expect(await screen.findByRole('table')).toBeInTheDocument();
    expect(sent).toEqual(['DELETE']);
  });

  it('says to who may not why', async () => {
    const owner = 'group:default/squad-c-1';
    answerWith([anEnvironment({ owner, ownerTitle: 'C-1 Network' })]);
    await show('?scope=squad-c-1', [owner]);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Actions for dev-shop' }),
    );
    const why = 'Only C-1 Network and who leads it may';
    for (const what of ['Extend', 'Kubeconfig', 'Delete']) {
      expect(
        await screen.findByRole('menuitem', { name: `${what}: ${why}` }),
      ).toHaveAttribute('aria-disabled', 'true');
    }
  });
});

describe('EnvironmentsPage with nothing to show', () => {
  it('says how to begin', async () => {
    answerWith([]);
    await show();
    expect(
      await screen.findByText('There is no environment'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Create something' }),
    ).toHaveAttribute('href', '/create');
  });

  it('says what to configure where there is no cluster', async () => {
    answerWith([], []);
    await show();
    expect(
      await screen.findByText('No cluster is configured'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('shows who is in no group nothing as theirs', async () => {
    await show('?scope=_mine');
    expect(
      await screen.findByRole('heading', { name: 'You are in no group yet' }),
    ).toBeInTheDocument();
  });

  it('says why they could not be read', async () => {
    portal.answer({
      'GET environments/environments': async () =>
        refusal(503, 'ServiceUnavailableError', 'Try again in a minute'),
    });
    await show();
    expect(
      await screen.findByText('Try again in a minute'),
    ).toBeInTheDocument();
  });
});
