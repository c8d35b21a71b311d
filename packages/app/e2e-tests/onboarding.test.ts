import { expect, test } from '@playwright/test';
import { expectAccessible, signInAs } from './support';

test('a new hire ticks an item that stays ticked, and the lead sees how far they are', async ({
  page,
}) => {
  const tile = page.getByRole('region', { name: 'Your first weeks' });
  let item = '';
  let progress = '';

  await test.step('tick the first open item by keyboard', async () => {
    await signInAs(page, 'engineer-b-1-2');
    await page.goto('/');
    const open = tile.getByRole('checkbox', { checked: false }).first();
    await expect(open).toBeVisible();
    await expectAccessible(page);
    const title = await open.getAttribute('aria-labelledby');
    item = await page.locator(`[id="${title}"]`).innerText();
    const saved = page.waitForResponse(/\/onboarding\/items\//);
    await open.press('Space');
    expect((await saved).status()).toBe(204);
  });

  await test.step('find it ticked after reloading', async () => {
    await page.reload();
    await expect(tile.getByRole('checkbox', { name: item })).toBeChecked();
    progress = await tile.getByRole('status').innerText();
    expect(progress).toMatch(/^[1-9]\d* of \d+ done$/);
  });

  await test.step('see the whole checklist', async () => {
    await tile.getByRole('link', { name: 'The whole checklist' }).click();
    await expect(
      page.getByRole('heading', { name: 'Onboarding', level: 1 }),
    ).toBeVisible();
    await expect(page.getByText(`${progress}.`)).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('show the lead', async () => {
    await signInAs(page, 'lead-b-1');
    await page.goto('/');
    const people = page.getByRole('region', { name: 'New people' });
    const newcomer = people
      .getByRole('listitem')
      .filter({ hasText: 'engineer-b-1-2' });
    await expect(newcomer).toContainText(progress);
    await expectAccessible(page);
    await newcomer.getByRole('button').click();
    const drawer = page.getByRole('dialog');
    await expect(
      drawer.getByRole('listitem').filter({ hasText: item }).first(),
    ).toContainText('done');
    await expect(drawer.getByRole('checkbox')).toHaveCount(0);
    await expectAccessible(page);
  });

  await test.step('list everybody who is new', async () => {
    await page.goto('/onboarding');
    const row = page.getByRole('row').filter({ hasText: 'engineer-b-1-2' });
    await expect(row).toContainText(progress.replace(' done', ''));
    await expectAccessible(page);
  });
});

test('an engineer who is not new has no checklist', async ({ page }) => {
  await signInAs(page, 'engineer-b-1');
  await page.goto('/');
  await expect(page.getByRole('region', { name: 'My groups' })).toBeVisible();
  await expect(page.getByText('3 people')).toBeVisible();
  await expect(
    page.getByRole('region', { name: 'Your first weeks' }),
  ).toBeHidden();
  await page.goto('/onboarding');
  await expect(page.getByText('Nothing is asked of you here')).toBeVisible();
  await expectAccessible(page);
});
