import { expect, test } from '@playwright/test';
import { signedIn } from './support';

test('a KPI is what a real Prometheus scrapes from the portal', async ({
  request,
}) => {
  const { read } = await signedIn(request, 'lead-c-1');
  const { nodes } = await read('/api/org-model/tree');
  const cell = async () => {
    const { items } = await read('/api/scorecards/entities?kpi=portal-groups');
    return items[0];
  };
  await expect
    .poll(async () => (await cell())?.value, { timeout: 50_000 })
    .toBe(nodes.length);
  expect(await cell()).toMatchObject({
    entity: 'group:default/squad-c-1',
    verdict: 'met',
    freshness: 'fresh',
    source: 'prometheus',
  });
  const { items } = await read('/api/scorecards/collectors');
  expect(
    items.find(({ id }: { id: string }) => id === 'prometheus'),
  ).toMatchObject({ health: 'ok', kpis: expect.any(Number) });
});
