import {
  existsSync,
  lstatSync,
  readFileSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { Failure, knownCause } from './failure.mjs';
import { readJson, writeJson } from './files.mjs';
import { fingerprint } from './fingerprint.mjs';
import { enableHooks } from './hooks.mjs';
import { tryLock } from './lock.mjs';
import { cacheDir, root } from './paths.mjs';
import { run, stopSignal } from './processes.mjs';
import { step } from './steps.mjs';
import { workspaces } from './workspaces.mjs';

const MANIFEST_KEYS = [
  'name',
  'workspaces',
  'packageManager',
  'bin',
  'dependencies',
  'devDependencies',
  'peerDependencies',
  'peerDependenciesMeta',
  'optionalDependencies',
  'dependenciesMeta',
  'resolutions',
];
const POLL_MS = 500;

const stateFile = join(root, 'node_modules/.yarn-state.yml');
const stamp = join(root, 'node_modules/.squadron-install.json');
const lockFile = join(cacheDir, 'install.lock');
const log = join(cacheDir, 'log/install.log');

/** The parts of a package.json that decide what is installed. */
export function installRelevant(manifest) {
  return MANIFEST_KEYS.map(key => manifest[key] ?? null);
}

function wantedFingerprint() {
  const manifests = [
    readJson(join(root, 'package.json')),
    ...workspaces().map(({ manifest }) => manifest),
  ];
  return fingerprint(
    root,
    ['yarn.lock', '.yarnrc.yml'].map(name => join(root, name)),
    [process.platform, process.arch, ...manifests.map(installRelevant)],
  );
}

/** The folders that yarn says it filled, from its state file. */
export function installedLocations(state) {
  return [...state.matchAll(/^ {4}- "(node_modules\/[^"]+)"$/gm)].map(
    ([, location]) => location,
  );
}

function entryCount(folder) {
  try {
    // A link leads to a package of this repository, whose files come and go.
    if (lstatSync(folder).isSymbolicLink()) return existsSync(folder) ? 1 : -1;
    const isWhole = existsSync(join(folder, 'package.json'));
    return isWhole ? readdirSync(folder).length : -1;
  } catch {
    return -1;
  }
}

/** How many entries each installed package has; -1 for one that is gone. */
export function census(base, locations) {
  return Object.fromEntries(
    locations.map(location => [location, entryCount(join(base, location))]),
  );
}

/** The packages that have lost files since they were installed. */
export function damaged(before, now) {
  return Object.keys(before).filter(
    location => now[location] === undefined || now[location] < before[location],
  );
}

function lostPackages() {
  const before = readJson(stamp)?.packages ?? {};
  return damaged(before, census(root, Object.keys(before)));
}

async function registryEnv() {
  if (process.env.YARN_NPM_REGISTRY_SERVER) return {};
  const { code, output } = await run('npm', ['config', 'get', 'registry']);
  const registry = output.trim().split('\n').pop();
  return code === 0 && registry?.startsWith('https://')
    ? { YARN_NPM_REGISTRY_SERVER: registry }
    : {};
}

function installFailure(output) {
  if (/YN0028/.test(output)) {
    return 'yarn.lock does not match the package.json files: run "npm run yarn -- install" and commit yarn.lock.';
  }
  return (
    knownCause(output) ??
    `The dependencies could not be installed: read ${log}, then run the same command again.`
  );
}

async function yarnInstall({ node, yarn, env }) {
  const { code, output } = await run(
    node,
    [...yarn, 'install', '--immutable'],
    {
      env: { ...env, ...(await registryEnv()), YARN_ENABLE_TELEMETRY: '0' },
      log,
    },
  );
  if (code !== 0) throw new Failure(installFailure(output));
}

async function mend(toolchain, lost) {
  for (const location of lost) {
    rmSync(join(root, location), { recursive: true, force: true });
  }
  await yarnInstall(toolchain);
  if (lost.every(location => existsSync(join(root, location)))) return;
  // Without its state yarn lays every package anew, which takes longer.
  rmSync(stateFile, { force: true });
  await yarnInstall(toolchain);
}

function recordInstall(wanted) {
  const locations = installedLocations(readFileSync(stateFile, 'utf8'));
  const packages = census(root, locations);
  const missing = locations.filter(location => packages[location] === -1);
  if (missing.length > 0) {
    throw new Failure(
      `The installed dependencies are damaged (${missing[0]} is incomplete): delete the folder node_modules and run the same command again.`,
    );
  }
  writeJson(stamp, { fingerprint: wanted, packages });
}

async function takeLock() {
  for (;;) {
    const lock = tryLock(lockFile);
    if (lock) return lock;
    stopSignal.throwIfAborted();
    await new Promise(done => setTimeout(done, POLL_MS));
  }
}

async function installOnce(toolchain) {
  const wanted = wantedFingerprint();
  const isCurrent = readJson(stamp)?.fingerprint === wanted;
  const lost = lostPackages();
  if (isCurrent && existsSync(stateFile) && lost.length === 0) return;
  const wasDamaged = lost.length > 0;
  const hint = 'a first time takes one to three minutes';
  const title = wasDamaged ? 'Mend the dependencies' : 'Dependencies';
  await step(
    title,
    async () => {
      rmSync(stamp, { force: true });
      if (wasDamaged) await mend(toolchain, lost);
      else await yarnInstall(toolchain);
      recordInstall(wanted);
    },
    { hint: isCurrent ? '' : hint },
  );
}

/** Installs the dependencies when they changed, were never installed to the end, or lost files. */
export async function ensureInstalled(toolchain) {
  const lock = await takeLock();
  try {
    await installOnce(toolchain);
  } finally {
    lock.release();
  }
  await enableHooks();
}
