import { APIRequestContext, expect, test } from '@playwright/test';
import { expectAccessible, signInAs, signedIn } from './support';

// Sample data comes in in the first minutes after the portal's start.
const FILLED_WITHIN_MS = 240_000;
const kpi = 'b-2-p95-latency';

/** Calls the API of scorecards as a person. */
async function as(request: APIRequestContext, persona: string) {
  const { read, send } = await signedIn(request, persona);
  const path = (route: string) => `/api/scorecards${route}`;
  return {
    get: (route: string) => read(path(route)),
    post: (route: string, data: object) => send(path(route), data),
  };
}

/** Ends what an earlier run has waived, so that the target is missed and nothing else. */
async function endWaivers(request: APIRequestContext) {
  const { items } = await (
    await as(request, 'lead-b-2')
  ).get(`/waivers?kpi=${kpi}&state=requested&state=approved`);
  for (const { id, state, version } of items) {
    const by = await as(
      request,
      state === 'requested' ? 'lead-b-2' : 'lead-1b',
    );
    const reason = 'The journey begins anew.';
    await by.post(`/waivers/${id}/revoke`, { version, reason });
  }
}

test.describe.configure({ timeout: 2 * FILLED_WITHIN_MS });

test.beforeEach(async ({ request }) => {
  const lead = await as(request, 'lead-b-2');
  await expect
    .poll(
      async () => {
        const [waivers, campaigns, cells] = await Promise.all([
          lead.get('/waivers'),
          lead.get('/campaigns'),
          lead.get(`/entities?kpi=${kpi}&status=missed`),
        ]);
        return [waivers.total > 0, campaigns.items.length, cells.total];
      },
      { timeout: FILLED_WITHIN_MS },
    )
    .toEqual([true, 1, 1]);
});

test('a lead follows a missed target from home to its trend and has it waived by the lead above', async ({
  page,
  request,
}) => {
  await endWaivers(request);
  await signInAs(page, 'lead-b-2');

  await test.step('see on home what is missed', async () => {
    await page.goto('/');
    const tile = page.getByRole('region', { name: 'Targets missed' });
    const missed = tile
      .getByRole('listitem')
      .filter({ hasText: 'P95 latency' });
    await expect(missed).toContainText('missed');
    await expectAccessible(page);
    await tile.getByRole('link', { name: /^All/ }).click();
  });

  const map = page.getByRole('treegrid', { name: /How groups stand/ });

  await test.step('find it in the heat map', async () => {
    await expect(page).toHaveURL(/\/scorecards\?scope=_mine/);
    const cell = map
      .getByRole('row', { name: /B-2 Storage Services/ })
      .getByRole('button', { name: /P95 latency: .* ms.*missed/ });
    await expect(cell).toBeVisible();
    await expectAccessible(page);
    await cell.click();
    const drawer = page.getByRole('dialog');
    await expect(drawer).toContainText(/misses/);
    await expectAccessible(page);
    await drawer.getByRole('link', { name: /Trend/ }).click();
  });

  await test.step('see the trend and ask for a waiver', async () => {
    await expect(
      page.getByRole('heading', { name: 'P95 latency', level: 1 }),
    ).toBeVisible();
    await expect(
      page.getByRole('img', { name: /P95 latency of B-2/ }),
    ).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Request a waiver' }).click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByRole('textbox', { name: /Reason/ })
      .fill('The firmware that slows the disks down is rolled back next week.');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Request' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText('waits for a decision').first()).toBeVisible();
  });

  await test.step('have it approved by somebody else', async () => {
    await signInAs(page, 'lead-1b');
    await page.goto('/');
    const tile = page.getByRole('region', { name: 'Waivers to decide' });
    await expect(tile).toContainText('asked by Lead, B-2');
    await tile.getByRole('link', { name: /P95 latency, B-2/ }).click();
    await expect(page).toHaveURL(/\/scorecards\/waivers\?waiver=/);
    const drawer = page.getByRole('dialog');
    await expect(drawer).toContainText('The firmware that slows');
    await expectAccessible(page);
    await drawer.getByRole('button', { name: 'Approve' }).click();
    await expect(drawer).toContainText(/approved until/);
    await expectAccessible(page);
  });

  await test.step('see it waived in the heat map, and no longer on home', async () => {
    await signInAs(page, 'lead-b-2');
    await page.goto('/scorecards?scope=squad-b-2');
    await expect(
      map.getByRole('button', { name: /P95 latency: .*waived until/ }),
    ).toBeVisible();
    await expectAccessible(page);
    await page.goto('/');
    const tile = page.getByRole('region', { name: 'Targets missed' });
    await expect(tile.getByRole('link').first()).toBeVisible();
    await expect(tile.getByRole('link', { name: 'P95 latency' })).toHaveCount(
      0,
    );
  });
});

test('the heat map opens from the company to all of its 41 squads', async ({
  page,
}) => {
  await signInAs(page, 'ceo');
  await page.goto('/scorecards?scope=company');
  const map = page.getByRole('treegrid', { name: /How groups stand/ });
  const folded = map.getByRole('button', { name: /^Unfold / });
  await expect(folded.first()).toBeVisible();
  for (let count = await folded.count(); count > 0;) {
    await folded.first().click();
    await expect(folded).not.toHaveCount(count);
    count = await folded.count();
  }
  await expect(
    map.getByRole('rowheader').filter({ hasText: /^([A-H]|IT)-\d / }),
  ).toHaveCount(41);
  await expectAccessible(page);
});

for (const [name, path, shows] of [
  ['the definitions', '/scorecards/kpis', 'API uptime'],
  ['an error budget', '/scorecards/kpis/b-1-api-uptime', 'budget'],
  ['campaigns', '/scorecards/campaigns', 'Fresh and fast data'],
  ['collectors', '/scorecards/collectors', 'catalog'],
  ['reports', '/scorecards/reports', 'Reports'],
  ['a squad', '/catalog/default/group/squad-d-1', 'Scorecard'],
] as const) {
  test(`${name} can be read by everybody`, async ({ page }) => {
    await signInAs(page, 'engineer-f-2');
    await page.goto(path);
    await expect(page.getByText(shows).first()).toBeVisible();
    await expectAccessible(page);
  });
}
