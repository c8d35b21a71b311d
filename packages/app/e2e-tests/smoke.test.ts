import { expect, test } from '@playwright/test';
import { expectAccessible } from './support';

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
