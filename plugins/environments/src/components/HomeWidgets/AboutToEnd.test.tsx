import { useMe } from '@squadron/plugin-org-model-react';
import { screen } from '@testing-library/react';
import { anEnvironment, now } from '../../__testUtils__/environments';
import { renderPortal, setupPortal } from '../../__testUtils__/portal';
import { useEnvironments } from '../../hooks/useEnvironments';
import { AboutToEnd } from './AboutToEnd';

const portal = setupPortal();
const group = {
  ref: 'group:default/squad-b-1',
  name: 'squad-b-1',
  title: 'B-1 Compute Platform',
  leads: false,
};
const tile = <AboutToEnd title="Environments about to end" />;

function answerWith(items: object[], groups = [group]) {
  const asked: string[] = [];
  portal.answer({
    'GET org-model/people/me': { groups, roles: [], attention: [] },
    'GET environments/environments': async ({ url }) => {
      asked.push(new URL(url).search);
      return { at: now, items, clusters: [] };
    },
  });
  return asked;
}

/** Asks what the tile asks, after it. */
function Answered() {
  const { value: me } = useMe();
  const root = me?.groups.map(({ ref }) => ref);
  const { value } = useEnvironments(root && { root });
  return value ? <p>answered</p> : null;
}

describe('AboutToEnd', () => {
  it('shows what of my groups ends within a day, with the way to keep it', async () => {
    const asked = answerWith([
      anEnvironment({
        namespace: 'dev-cart',
        expiresAt: '2026-11-29T11:00:00.000Z',
      }),
      anEnvironment(),
    ]);
    await renderPortal(tile);
    expect(
      await screen.findByRole('button', { name: 'Actions for dev-cart' }),
    ).toBeInTheDocument();
    expect(screen.queryByText('dev-shop')).not.toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'All 2 environments of your groups' }),
    ).toHaveAttribute('href', '/environments?scope=_mine');
    expect(asked).toEqual(['?root=group%3Adefault%2Fsquad-b-1']);
  });

  it('asks for all of my groups, however many', async () => {
    const groups = Array.from({ length: 200 }, (_, at) => ({
      ...group,
      ref: `group:default/squad-${at}`,
    }));
    const asked = answerWith([anEnvironment()], groups);
    await renderPortal(tile);
    await screen.findByText('None ends within 24 hours');
    expect(new URLSearchParams(asked[0]).getAll('root')).toEqual(
      groups.map(({ ref }) => ref),
    );
  });

  it('says that none ends soon', async () => {
    answerWith([anEnvironment()]);
    await renderPortal(tile);
    expect(
      await screen.findByText('None ends within 24 hours'),
    ).toBeInTheDocument();
  });

  it('is absent while my groups have none', async () => {
    answerWith([]);
    await renderPortal(
      <>
        {tile}
        <Answered />
      </>,
    );
    await screen.findByText('answered');
    expect(
      screen.queryByText('Environments about to end'),
    ).not.toBeInTheDocument();
  });
});
