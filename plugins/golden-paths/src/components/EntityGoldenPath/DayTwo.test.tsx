import type { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { refusal } from '@squadron/test-portal';
import { useLoad } from '@squadron/ui';
import { screen, within } from '@testing-library/react';
import { useCallback } from 'react';
import { renderPaths, setupPortal, template } from '../../__testUtils__/portal';
import { current, dayTwo, newer, shop } from '../../__testUtils__/shop';
import { environmentsApiRef } from '../../api/environmentsApi';
import { GoldenPathCard } from './GoldenPathCard';

const portal = setupPortal();
const environments = 'GET environments/environments';
const dev = { name: 'dev', title: 'Development' };
const anEnvironment = {
  cluster: 'dev',
  namespace: 'dev-shop',
  component: 'component:default/shop',
  owner: 'group:default/squad-b-1',
  ownerTitle: 'B-1',
  createdBy: 'user:default/engineer-b-1',
  createdAt: '2026-11-27T12:00:00.000Z',
  expiresAt: '2026-11-30T12:00:00.000Z',
  extendableUntil: '2026-12-11T12:00:00.000Z',
  phase: 'ready',
  quotas: [],
  labels: {},
};
const inClusters = (clusters: object[], items: object[] = []) => ({
  at: '2026-11-28T12:00:00.000Z',
  items,
  clusters,
});
const withEnvironments = (paths: Entity[]) => [
  ...paths,
  template('environment-branch', 'Branch', { type: 'day-two' }),
  template('environment-extend', 'Extend', { type: 'day-two' }),
  template('environment-delete', 'Delete', { type: 'day-two' }),
];
/** Asks what the card asks, after it. */
function Answered() {
  const api = useApi(environmentsApiRef);
  const load = useCallback(() => api.environments({ query: {} }), [api]);
  return useLoad(load).loading ? null : <p>answered</p>;
}
/** The titles of what cannot be chosen, in order. */
async function disabled(): Promise<(string | null)[]> {
  const next = await screen.findByRole('list', { name: 'Day two' });
  return within(next)
    .getAllByRole('link')
    .filter(link => link.getAttribute('aria-disabled') === 'true')
    .map(({ textContent }) => textContent);
}

describe('what can be done next', () => {
  beforeEach(() => {
    portal.answer({ [environments]: inClusters([dev], [anEnvironment]) });
  });

  it.each([
    ['environments.create', 'Branch'],
    ['environments.extend', 'Extend'],
    ['environments.delete', 'Delete'],
    ['golden-paths.project.update', 'Upgrade'],
    ['golden-paths.project.delete', 'Decommission'],
  ])('needs %s for one action alone', async (permission, title) => {
    renderPaths(<GoldenPathCard />, {
      // Answers about permissions are kept for a while, also from test to test.
      entity: {
        ...shop,
        relations: [
          { type: 'ownedBy', targetRef: `group:default/${permission}` },
        ],
      },
      templates: withEnvironments(newer),
      denied: [permission],
    });
    expect(await disabled()).toEqual([title]);
  });

  it('offers no upgrade to what has the newest version, and says so', async () => {
    renderPaths(<GoldenPathCard />, {
      entity: shop,
      templates: withEnvironments(current),
    });
    expect(await screen.findByText(/it has the newest version/)).toBeVisible();
    expect(await disabled()).toEqual(['Upgrade']);
    expect(
      screen.getByRole('link', { name: 'Upgrade' }),
    ).toHaveAccessibleDescription(/it has the newest version/);
  });

  it.each([
    ['Environments need a cluster', [], ['Extend', 'Branch', 'Delete']],
    ['It has no environment', [dev], ['Extend', 'Delete']],
  ])('says "%s" where that is so', async (why, clusters, titles) => {
    portal.answer({ [environments]: inClusters(clusters) });
    renderPaths(<GoldenPathCard />, {
      entity: shop,
      templates: withEnvironments(newer),
    });
    expect(await screen.findByText(new RegExp(why))).toBeVisible();
    expect(await disabled()).toEqual(titles);
  });

  it.each([
    [
      'nobody answers',
      () => refusal(503, 'ServiceUnavailableError', 'Try again'),
    ],
    ['a cluster is silent', () => inClusters([{ ...dev, problem: 'silent' }])],
  ])('offers environments while %s', async (_, answer) => {
    let asked = 0;
    portal.answer({
      [environments]: async () => {
        asked += 1;
        return answer();
      },
    });
    renderPaths(
      <>
        <GoldenPathCard />
        <Answered />
      </>,
      { entity: shop, templates: withEnvironments(newer) },
    );
    await screen.findByText('answered');
    expect(await disabled()).toEqual([]);
    expect(asked).toBe(2);
  });

  it('offers no upgrade to what has no golden path any more', async () => {
    renderPaths(<GoldenPathCard />, {
      entity: shop,
      templates: withEnvironments(dayTwo),
    });
    expect(await screen.findByText(/no longer in the catalog\./)).toBeVisible();
    expect(await disabled()).toEqual(['Upgrade']);
  });
});
