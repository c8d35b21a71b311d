import { copyFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireChromium } from '../lib/chromium.mjs';
import { runFaultTests, runPluginTests } from '../lib/clusterTests.mjs';
import { readJson } from '../lib/files.mjs';
import { ensureInstalled } from '../lib/install.mjs';
import { startKubernetes } from '../lib/kubernetes.mjs';
import { requireLanguages } from '../lib/languages.mjs';
import { appDir, cacheDir, root } from '../lib/paths.mjs';
import { launchPortal } from '../lib/portal.mjs';
import { clusterEnv, preparePortalCluster } from '../lib/portalCluster.mjs';
import { freePort } from '../lib/ports.mjs';
import { runAloud } from '../lib/processes.mjs';
import { launchPrometheus, requirePrometheus } from '../lib/prometheus.mjs';
import { step } from '../lib/steps.mjs';
import { closingLine, playwrightTally, sum } from '../lib/tally.mjs';
import { ensureWebApp } from '../lib/webApp.mjs';

const playwright = join(root, 'node_modules/@playwright/test/cli.js');
const config = join(appDir, 'e2e-tests/playwright.config.ts');

async function runBrowserTests(
  args,
  { node, env },
  { url, chromium, templates, repositories },
) {
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
        SQUADRON_TEMPLATES: templates,
        SQUADRON_REPOSITORIES: repositories,
        CHROMIUM_PATH: chromium,
        PLAYWRIGHT_JSON_OUTPUT_FILE: results,
      },
      log: join(cacheDir, 'log/browser-tests.log'),
    },
  );
  return playwrightTally(readJson(results), code);
}

/** The KPIs of the organization, with one that the portal's own metrics answer. */
function layDefinitions(dataDir) {
  const folder = join(dataDir, 'scorecards');
  cpSync(join(root, 'catalog-info/scorecards'), folder, { recursive: true });
  copyFileSync(
    join(appDir, 'e2e-tests/fixtures/portal-metrics.yaml'),
    join(folder, 'portal-metrics.yaml'),
  );
  return folder;
}

/** Settings under which the portal shows its metrics to a Prometheus, and asks it for KPIs. */
function measuredEnv({ metricsPort, prometheusUrl, dataDir }) {
  return {
    APP_CONFIG_squadron_metrics_port: String(metricsPort),
    APP_CONFIG_scorecards_definitions_directory: layDefinitions(dataDir),
    APP_CONFIG_scorecards_collectors_prometheus_url: prometheusUrl,
    APP_CONFIG_scorecards_collectors_prometheus_everySeconds: '5',
  };
}

/** Golden paths of the portal's own, for tests to write a newer version of. */
function layTemplates(dataDir) {
  const folder = join(dataDir, 'templates');
  cpSync(join(root, 'templates'), folder, { recursive: true });
  const locations = [
    { type: 'file', target: join(root, 'catalog-info.yaml') },
    {
      type: 'file',
      target: join(folder, '*/template.yaml'),
      rules: [{ allow: ['Template'] }],
    },
  ];
  return {
    folder,
    env: { APP_CONFIG_catalog_locations: JSON.stringify(locations) },
  };
}

/** Against the built portal, with fresh data, a browser, a cluster and a Prometheus. */
async function runPortalTests(
  args,
  toolchain,
  { chromium, prometheus: program, cluster },
) {
  await ensureWebApp(toolchain);
  const dataDir = mkdtempSync(join(tmpdir(), 'squadron-system-test-'));
  const port = await freePort();
  const metricsPort = await freePort();
  const prometheus = launchPrometheus(program, {
    port: await freePort(),
    target: `127.0.0.1:${metricsPort}`,
    dataDir,
    log: join(cacheDir, 'log/prometheus.log'),
  });
  const templates = layTemplates(dataDir);
  const env = {
    ...toolchain.env,
    ...clusterEnv(cluster),
    ...templates.env,
    ...measuredEnv({ metricsPort, prometheusUrl: prometheus.url, dataDir }),
  };
  const portal = launchPortal({ ...toolchain, env }, { port, dataDir });
  try {
    await step('Prometheus', prometheus.untilReady);
    await step('Portal', portal.untilReady);
    return await runBrowserTests(args, toolchain, {
      url: `http://localhost:${port}`,
      chromium,
      templates: templates.folder,
      repositories: join(dataDir, 'git'),
    });
  } finally {
    await Promise.all([portal.stop(), prometheus.stop()]);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** The tests that need a cluster, or what builds projects, but no browser. */
async function runClusterTests(toolchain, { kubeconfig, cluster }) {
  await ensureWebApp(toolchain);
  const env = {
    KUBECONFIG: kubeconfig,
    PORTAL_CLUSTER: JSON.stringify(cluster),
  };
  return [
    await runPluginTests('environments-backend', toolchain, env),
    await runPluginTests(
      'scaffolder-backend-module-golden-paths',
      toolchain,
      env,
    ),
    await runFaultTests(toolchain, env),
  ];
}

/**
 * The tests that need Debian packages: with a Kubernetes API server, and against the portal. With
 * `--clusters` only the former run; other arguments go to those against the portal, which then run alone.
 */
export async function command(args, toolchain) {
  const onlyClusters = args.includes('--clusters');
  const programs = onlyClusters
    ? {}
    : { chromium: requireChromium(), prometheus: requirePrometheus() };
  const areClustersTried = onlyClusters || args.length === 0;
  if (areClustersTried) requireLanguages();
  await ensureInstalled(toolchain);
  const { kubeconfig, stop } = await startKubernetes();
  const tallies = [];
  try {
    const cluster = await preparePortalCluster(kubeconfig);
    if (areClustersTried) {
      const places = { kubeconfig, cluster };
      tallies.push(...(await runClusterTests(toolchain, places)));
    }
    if (!onlyClusters) {
      const needed = { ...programs, cluster };
      tallies.push(await runPortalTests(args, toolchain, needed));
    }
  } finally {
    await stop();
  }
  const total = sum(tallies);
  process.stdout.write(`\n${closingLine(total)}\n`);
  return total.failed === 0 ? 0 : 1;
}
