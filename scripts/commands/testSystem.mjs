import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireChromium } from '../lib/chromium.mjs';
import { readJson } from '../lib/files.mjs';
import { ensureInstalled } from '../lib/install.mjs';
import { appDir, cacheDir, root } from '../lib/paths.mjs';
import { launchPortal } from '../lib/portal.mjs';
import { freePort } from '../lib/ports.mjs';
import { runAloud } from '../lib/processes.mjs';
import { step } from '../lib/steps.mjs';
import { closingLine, playwrightTally } from '../lib/tally.mjs';
import { ensureWebApp } from '../lib/webApp.mjs';

const playwright = join(root, 'node_modules/@playwright/test/cli.js');
const config = join(appDir, 'e2e-tests/playwright.config.ts');

async function runBrowserTests(args, { node, env }, { url, chromium }) {
  const results = join(cacheDir, 'playwright-results.json');
  rmSync(results, { force: true });
  const { code } = await runAloud(
    node,
    [playwright, 'test', '--config', config, ...args],
    {
      cwd: appDir,
      env: {
        ...env,
        SQUADRON_URL: url,
        CHROMIUM_PATH: chromium,
        PLAYWRIGHT_JSON_OUTPUT_FILE: results,
      },
      log: join(cacheDir, 'log/browser-tests.log'),
    },
  );
  return playwrightTally(readJson(results), code);
}

/** The tests that need Debian packages: the browser tests against the built portal, with fresh data. */
export async function command(args, toolchain) {
  const chromium = requireChromium();
  await ensureInstalled(toolchain);
  await ensureWebApp(toolchain);
  const dataDir = mkdtempSync(join(tmpdir(), 'squadron-system-test-'));
  const port = await freePort();
  const portal = launchPortal(toolchain, { port, dataDir });
  let total;
  try {
    await step('Portal', portal.untilReady);
    total = await runBrowserTests(args, toolchain, {
      url: `http://localhost:${port}`,
      chromium,
    });
  } finally {
    await portal.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
  process.stdout.write(`\n${closingLine(total)}\n`);
  return total.failed === 0 ? 0 : 1;
}
