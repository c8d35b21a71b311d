import { configApiRef, discoveryApiRef } from '@backstage/frontend-plugin-api';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SignInPage } from './SignInPage';

const ada = {
  name: 'lead-b-1',
  title: 'Ada',
  role: 'Squad lead',
  squad: 'B-1 Compute Platform',
  portalRole: 'manager',
};
const ben = { name: 'ben', title: 'Ben', portalRole: 'sre' };

/** Answers like the provider: people for the list, a session for whom it knows. */
function serve(people: (typeof ada | typeof ben)[] = [ada, ben]) {
  const asked: string[] = [];
  jest.spyOn(window, 'fetch').mockImplementation(async (url, init) => {
    const address = new URL(String(url));
    if (address.pathname.endsWith('/personas')) {
      const q = address.searchParams.get('q') ?? '';
      asked.push(q);
      const items = people.filter(({ title }) =>
        title.toLowerCase().includes(q),
      );
      return new Response(
        JSON.stringify({ items, total: items.length, suggested: people }),
      );
    }
    const headers = new Headers(init?.headers);
    const persona = headers.get('x-demo-persona')!;
    return people.some(({ name }) => name === persona)
      ? new Response(
          JSON.stringify({
            profile: {},
            backstageIdentity: {
              token: `token of ${persona}`,
              identity: {
                type: 'user',
                userEntityRef: `user:default/${persona}`,
                ownershipEntityRefs: [],
              },
            },
          }),
        )
      : new Response(
          JSON.stringify({ error: { message: 'Nobody is named so' } }),
          {
            status: 404,
            headers: { 'content-type': 'application/json' },
          },
        );
  });
  return asked;
}

function open() {
  const onSignInSuccess = jest.fn();
  renderInTestApp(
    <TestApiProvider
      apis={[
        [
          configApiRef,
          mockApis.config({
            data: {
              app: { title: 'Squadron' },
              auth: { providers: { demo: {} } },
            },
          }),
        ],
        [
          discoveryApiRef,
          mockApis.discovery({ baseUrl: 'http://localhost:7007' }),
        ],
      ]}
    >
      <SignInPage onSignInSuccess={onSignInSuccess} />
    </TestApiProvider>,
  );
  return {
    onSignInSuccess,
    signedInAs: async () => {
      await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
      const [identity] = onSignInSuccess.mock.calls[0];
      return (await identity.getBackstageIdentity()).userEntityRef;
    },
  };
}

describe('DemoSignIn', () => {
  beforeEach(() => window.localStorage.clear());
  afterEach(() => jest.restoreAllMocks());

  it('lists people with role and squad, and says what this sign-in is', async () => {
    serve();
    open();
    expect(await screen.findByRole('row', { name: /Ada/ })).toHaveTextContent(
      'Squad lead · B-1 Compute Platform · lead-b-1',
    );
    expect(screen.getByText(/without a password/)).toBeVisible();
    expect(screen.getByText('2 of 2 people')).toBeVisible();
  });

  it('finds and signs in by keyboard alone', async () => {
    const asked = serve();
    const { signedInAs } = open();
    await screen.findByRole('row', { name: /Ada/ });

    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Everybody' }),
      'be',
    );
    await waitFor(() => expect(asked).toContain('be'));
    await waitFor(() =>
      expect(screen.queryByRole('row', { name: /Ada/ })).toBeNull(),
    );
    await userEvent.tab();
    expect(screen.getByRole('row', { name: /Ben/ })).toHaveFocus();
    await userEvent.keyboard('{Enter}');

    await expect(signedInAs()).resolves.toBe('user:default/ben');
  });

  it('finds somebody who arrives after the search was typed', async () => {
    const people: (typeof ada | typeof ben)[] = [ada];
    serve(people);
    open();
    await screen.findByRole('row', { name: /Ada/ });
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Everybody' }),
      'ben',
    );
    expect(await screen.findByText(/still being read/)).toBeVisible();
    people.push(ben);
    expect(
      await screen.findByRole('row', { name: /Ben/ }, { timeout: 4000 }),
    ).toBeVisible();
  });

  it('says that people still come while they become more', async () => {
    const people: (typeof ada | typeof ben)[] = [ada];
    serve(people);
    open();
    expect(await screen.findByText('1 of 1 person')).toBeVisible();
    people.push(ben);
    expect(
      await screen.findByText(/^2 of 2 people so far: .* being loaded$/),
    ).toBeVisible();
    expect(
      await screen.findByText('2 of 2 people', {}, { timeout: 15_000 }),
    ).toBeVisible();
  });

  it('tells people who hold the same title apart', async () => {
    const engineer = { title: 'Engineer', portalRole: 'engineer' };
    serve([
      { ...engineer, name: 'engineer-b-1-1' },
      { ...engineer, name: 'engineer-b-1-2' },
    ]);
    open();
    const rows = await screen.findAllByRole('row', { name: /Engineer/ });
    expect(rows[0]).toHaveTextContent('engineer-b-1-1');
    expect(rows[1]).toHaveTextContent('engineer-b-1-2');
  });

  it('offers one person of each role', async () => {
    serve();
    const { signedInAs } = open();
    await userEvent.click(
      await screen.findByRole('button', { name: /^Manager/ }),
    );
    await expect(signedInAs()).resolves.toBe('user:default/lead-b-1');
  });

  it('stays signed in over a reload', async () => {
    serve();
    window.localStorage.setItem('squadron.demo.session', 'ben');
    const { signedInAs } = open();
    await expect(signedInAs()).resolves.toBe('user:default/ben');
  });

  it('offers the last person again after a sign-out, without signing in', async () => {
    serve();
    window.localStorage.setItem('squadron.demo.last', 'ben');
    const { onSignInSuccess } = open();
    expect(
      await screen.findByRole('button', { name: 'Sign in again as ben' }),
    ).toBeVisible();
    expect(onSignInSuccess).not.toHaveBeenCalled();
  });

  it('shows the list and the reason when the remembered person is gone', async () => {
    serve();
    window.localStorage.setItem('squadron.demo.session', 'gone');
    const { onSignInSuccess } = open();
    expect(await screen.findByText('Sign-in failed')).toBeVisible();
    expect(screen.getByText(/Nobody is named so/)).toBeVisible();
    expect(await screen.findByRole('row', { name: /Ada/ })).toBeVisible();
    expect(onSignInSuccess).not.toHaveBeenCalled();
    expect(window.localStorage.getItem('squadron.demo.session')).toBeNull();
  });

  it('says that people are being loaded while there is nobody', async () => {
    serve([]);
    open();
    expect(
      await screen.findByText(/The organization is being loaded/),
    ).toBeVisible();
  });
});
