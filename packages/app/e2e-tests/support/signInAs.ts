import { Page } from '@playwright/test';

const SESSION_KEY = 'squadron.demo.session';

/** Makes every page that opens from here on that of a person, named as in the catalog. */
export async function signInAs(page: Page, persona: string): Promise<void> {
  await page.addInitScript(
    ([key, name]) => window.localStorage.setItem(key, name),
    [SESSION_KEY, persona],
  );
}
