import { expect, test } from '@playwright/test';
import { expectAccessible, signInAs } from './support';

test('the portal says that it is ready', async ({ request }) => {
  const response = await request.get('/.backstage/health/v1/readiness');
  expect(response.status()).toBe(200);
});

test('a visitor is asked who they are', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('searchbox')).toBeVisible();
  await expect(page.getByRole('grid', { name: 'People' })).toBeVisible();
  await expectAccessible(page);
});

test('a person chosen from the list is signed in', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('searchbox').fill('B-1 Compute');
  await page.getByRole('row').filter({ hasText: 'B-1' }).first().click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await expectAccessible(page);
});

test('the catalog holds the squad that is asked for', async ({ page }) => {
  await signInAs(page, 'lead-b-1');
  await page.goto('/catalog/default/group/squad-b-1');
  await expect(
    page.getByRole('heading', { name: 'B-1 Compute Platform' }),
  ).toBeVisible();
  await expectAccessible(page);
});
