import { existsSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { Failure, knownCause } from './failure.mjs';
import { readJson, writeJson } from './files.mjs';
import { cacheDir, root } from './paths.mjs';
import { run } from './processes.mjs';
import { step } from './steps.mjs';

const NODE_VERSION = '24.21.0';
const SUPPORTED_NODE = ['22', '24'];

// Two short tries: without a network npm's own patience is over two minutes.
const npmOptions = [
  '--no-package-lock',
  '--no-audit',
  '--no-fund',
  '--ignore-scripts',
  '--loglevel=error',
  '--fetch-retries=1',
  '--fetch-retry-mintimeout=2000',
  '--fetch-retry-maxtimeout=5000',
];

const folder = join(cacheDir, 'toolchain');
const stamp = join(folder, 'ready.json');
const yarnScript = join(folder, 'node_modules/@yarnpkg/cli-dist/bin/yarn.js');

/** The npm package that carries the Node binary of a platform. */
export function nodePackage(platform, arch) {
  const prefix =
    platform === 'darwin' && arch === 'arm64' ? 'node-bin' : 'node';
  return `${prefix}-${platform}-${arch}`;
}

/** Whether a Node version is one that Backstage supports. */
export function isSupportedNode(version) {
  return SUPPORTED_NODE.includes(version.split('.')[0]);
}

/** What has to come through npm: always the repository's yarn, and Node when the running one does not do. */
export function wantedPackages({ version, platform, arch, packageManager }) {
  const wanted = { '@yarnpkg/cli-dist': packageManager.split('@')[1] };
  if (!isSupportedNode(version)) {
    wanted[nodePackage(platform, arch)] = NODE_VERSION;
  }
  return wanted;
}

function isInstalled(wanted) {
  const present = readJson(stamp) ?? {};
  return (
    existsSync(yarnScript) &&
    Object.entries(wanted).every(
      ([name, version]) =>
        present[name] === version &&
        existsSync(join(folder, 'node_modules', name, 'package.json')),
    )
  );
}

async function install(wanted) {
  const dependencies = { ...readJson(stamp), ...wanted };
  rmSync(folder, { recursive: true, force: true });
  writeJson(join(folder, 'package.json'), { private: true, dependencies });
  const { code, output } = await run('npm', ['install', ...npmOptions], {
    cwd: folder,
  }).catch(error => {
    if (error.code !== 'ENOENT') throw error;
    throw new Failure(
      'npm is not on the PATH: install Node.js with npm and run the same command again.',
    );
  });
  if (code !== 0) {
    throw new Failure(
      knownCause(output) ??
        `npm could not install ${Object.keys(wanted).join(' and ')}: run "npm install" in ${folder} to see why, or install Node 24 yourself.`,
    );
  }
}

async function proveNode(node) {
  const { code } = await run(node, ['--version']).catch(() => ({ code: 1 }));
  if (code !== 0) {
    throw new Failure(
      'The Node 24 that npm brought does not run on this machine: install Node 24 yourself and run the same command again.',
    );
  }
}

/** The Node and the yarn that the repository runs on; brings them through npm once. */
export async function ensureToolchain() {
  const { packageManager } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const { platform, arch, version } = process;
  const running = version.slice(1);
  const wanted = wantedPackages({
    version: running,
    platform,
    arch,
    packageManager,
  });
  const node = isSupportedNode(running)
    ? process.execPath
    : join(folder, 'node_modules', nodePackage(platform, arch), 'bin/node');
  if (!isInstalled(wanted)) {
    await step('Node 24 and yarn, through npm', async () => {
      await install(wanted);
      await proveNode(node);
      writeJson(stamp, { ...readJson(stamp), ...wanted });
    });
  }
  return { node, yarn: [yarnScript], env: toolchainEnv(node) };
}

function toolchainEnv(node) {
  const path = [
    dirname(node),
    join(folder, 'node_modules/.bin'),
    process.env.PATH,
  ];
  return { PATH: path.join(delimiter) };
}

/** Whether this process already is the toolchain's Node. */
export function runsHere({ node }) {
  return node === process.execPath;
}
