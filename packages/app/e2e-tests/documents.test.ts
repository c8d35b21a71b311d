import { expect, Page, test } from '@playwright/test';
import { expectAccessible, signInAs } from './support';

// Documents are built and indexed in the minute after the portal's start.
const INDEXED_WITHIN_MS = 120_000;

async function search(page: Page, words: string) {
  await page.goto(`/search?query=${encodeURIComponent(words)}`);
  return page.getByRole('list', { name: 'Results' });
}

test.describe.configure({ timeout: 2 * INDEXED_WITHIN_MS });

test('a new hire finds by search whom to call, and the diagram of it', async ({
  page,
}) => {
  await signInAs(page, 'engineer-b-1-2');

  await test.step('find the page by words that stand in it', async () => {
    await expect(async () => {
      const results = await search(page, 'incident escalation');
      await expect(
        results.getByRole('link', { name: /Incident escalation/ }).first(),
      ).toBeVisible({ timeout: 5_000 });
    }).toPass({ timeout: INDEXED_WITHIN_MS });
    await expectAccessible(page);
    await page
      .getByRole('link', { name: /Incident escalation/ })
      .first()
      .click();
    await expect(
      page.getByRole('heading', { name: /^Incident escalation/, level: 1 }),
    ).toBeVisible();
    await expect(page).toHaveURL(/\/operate\/escalation\//);
  });

  await test.step('see the steps as a diagram and as a table', async () => {
    const diagram = page.getByRole('img', { name: /^Diagram: .*L1/ });
    await expect(diagram).toBeVisible();
    await expect(
      page.getByRole('row').filter({ hasText: 'L3' }).first(),
    ).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('go on by the table of contents and to the next page', async () => {
    await page
      .getByRole('navigation', { name: 'On this page' })
      .getByRole('link', { name: 'Severity' })
      .click();
    await expect(page).toHaveURL(/#severity$/);
    await page.getByRole('link', { name: /^Next/ }).click();
    await expect(
      page.getByRole('heading', { name: /^Security and identity/, level: 1 }),
    ).toBeVisible();
  });
});

test('every System has docs: a unit shows those of its squad', async ({
  page,
}) => {
  await signInAs(page, 'engineer-f-2');
  await page.goto('/catalog/default/system/unit-b-1-u-c1/docs');
  await expect(
    page.getByRole('heading', { name: /^U-C1 Cluster-API/ }).last(),
  ).toBeVisible();
  await expect(page.getByText('API Uptime ≥ 99.95%')).toBeVisible();
  await expectAccessible(page);
});

test('a query finds a squad by its code, a unit, a tool and a sentence of its docs', async ({
  page,
}) => {
  await signInAs(page, 'engineer-f-2');
  const firstLink = async (words: string) => {
    const results = await search(page, words);
    const link = results
      .getByRole('listitem')
      .first()
      .getByRole('link')
      .first();
    await expect(link).toBeVisible();
    return link;
  };
  await expect(await firstLink('B-1')).toHaveAttribute(
    'href',
    /\/catalog\/default\/group\/squad-b-1$/,
  );
  await expect(await firstLink('U-C1')).toHaveText(/U-C1 Cluster-API/);
  await expect(await search(page, 'Vitess')).toContainText(
    'B-2 Storage Services',
  );
  await expect(
    await search(page, 'where something breaks or is attacked whom to call'),
  ).toContainText('Incident escalation');
});
