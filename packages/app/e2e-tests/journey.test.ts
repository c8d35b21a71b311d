import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { expectAccessible, signInAs } from './support';

test('an engineer finds squad B-1, reads its charter, sees it in the chart and takes the calendar along', async ({
  page,
}) => {
  await test.step('sign in', async () => {
    await page.goto('/');
    await page.getByRole('searchbox').fill('engineer-b-1');
    await page.getByRole('row').filter({ hasText: 'B-1' }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('B-1');
    await expect(page.getByText('My groups')).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('find B-1 from search', async () => {
    await page.getByRole('link', { name: 'Search' }).click();
    await page.getByRole('textbox', { name: 'Search' }).fill('B-1');
    const results = page.getByRole('list', { name: 'Results' });
    const first = results.getByRole('listitem').first();
    await expect(first).toContainText('B-1 Compute Platform');
    await expectAccessible(page);
    await first.getByRole('link').first().click();
  });

  await test.step('read charter and dependencies', async () => {
    await expect(
      page.getByRole('heading', { name: 'B-1 Compute Platform' }),
    ).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Charter' })).toBeVisible();
    await expect(page.getByText('API Uptime ≥ 99.95%')).toBeVisible();
    const dependencies = page.getByRole('region', { name: 'Dependencies' });
    await expect(dependencies).toContainText('C-1 IDP Core & Self-Service');
    await expect(dependencies).toContainText('Cluster-API');
    await expectAccessible(page);
  });

  await test.step('open it in the chart', async () => {
    await page.getByRole('link', { name: 'Open in chart' }).click();
    await expect(page).toHaveURL(/\/org\?.*squad-b-1/);
    await expect(
      page.getByRole('dialog', { name: 'B-1 Compute Platform' }),
    ).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expectAccessible(page);
  });

  await test.step('export the calendar', async () => {
    await page.goto('/rhythm?scope=company');
    await expect(page.getByRole('grid')).toBeVisible();
    await expectAccessible(page);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download .ics' }).click();
    const file = await readFile(await (await download).path(), 'utf8');
    expect(file).toMatch(/^BEGIN:VCALENDAR/);
    expect(file).toContain('SUMMARY:Quarterly OKR planning');
  });
});

test('a calendar feed works until it is revoked', async ({ page, request }) => {
  await signInAs(page, 'lead-f-2');
  await page.goto('/rhythm?scope=company');
  await page.getByRole('button', { name: 'Subscribe' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name of the feed').fill('My telephone');
  await dialog.getByRole('button', { name: 'Make the feed' }).click();
  const address = await dialog
    .getByRole('textbox', { name: /address/i })
    .inputValue();
  await expectAccessible(page);

  const calendar = await request.get(address);
  expect(calendar.status()).toBe(200);
  expect(await calendar.text()).toContain('BEGIN:VEVENT');

  await dialog.getByRole('button', { name: 'Revoke My telephone' }).click();
  await page.getByRole('button', { name: 'Revoke it' }).click();
  await expect(async () => {
    expect((await request.get(address)).status()).toBe(404);
  }).toPass();
});

for (const [name, path, heading] of [
  ['a manager’s list of the organization', '/org?view=list', 'Organization'],
  ['ownership', '/org/ownership', 'Organization'],
  ['a division', '/catalog/default/group/division-1b', '1B Core Cloud'],
  ['a unit', '/catalog/default/system/unit-b-1-u-c1', 'U-C1 Cluster-API'],
  ['a person', '/catalog/default/user/lead-b-1', 'Lead, B-1'],
  ['the catalog', '/catalog', 'Catalog'],
  ['the settings', '/settings', 'Settings'],
]) {
  test(`${name} can be used by everybody`, async ({ page }) => {
    await signInAs(page, 'lead-1b');
    await page.goto(path);
    await expect(
      page.getByRole('heading').filter({ hasText: heading }).first(),
    ).toBeVisible();
    await expect(page.getByRole('progressbar')).toHaveCount(0);
    await expectAccessible(page);
  });
}
