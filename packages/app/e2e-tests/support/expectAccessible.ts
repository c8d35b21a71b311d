import AxeBuilder from '@axe-core/playwright';
import { expect, Page } from '@playwright/test';

const WCAG_A_AND_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const REST_MS = 5_000;

/** Waits for what moves or fades in to its end: half-faded text has too little contrast. */
async function atRest(page: Page): Promise<void> {
  const still = page.waitForFunction(
    () =>
      document
        .getAnimations()
        .every(
          ({ effect, playState }) =>
            playState !== 'running' ||
            effect?.getComputedTiming().iterations === Infinity,
        ),
    undefined,
    { timeout: REST_MS },
  );
  // If something moves on, axe says what is wrong with it.
  await still.catch(() => undefined);
}

async function violationsOn(page: Page): Promise<string[]> {
  await atRest(page);
  const { violations } = await new AxeBuilder({ page })
    .withTags(WCAG_A_AND_AA)
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      node => `${id} at ${node.target.join(' ')}: ${node.failureSummary}`,
    ),
  );
}

/**
 * Fails with the rule, the element and the advice of every WCAG 2.2 A or AA violation on the page. What is wrong stays
 * wrong at a second look; a style that was still on its way does not.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const first = await violationsOn(page);
  const found = first.length > 0 ? await violationsOn(page) : first;
  expect(found, `Accessibility of ${page.url()}`).toEqual([]);
}
