import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';

export const peerVersion = '3.1.0';

const manifest = JSON.stringify({
  name: 'peer-of-the-benchmark',
  private: true,
  dependencies: {
    '@backstage-community/plugin-tech-insights-backend': peerVersion,
    '@backstage-community/plugin-tech-insights-backend-module-jsonfc': '0.10.0',
    '@backstage/backend-defaults': '0.17.7',
    'better-sqlite3': '13.2.0',
  },
  // Not every version that the ranges allow can be had or runs.
  overrides: { '@backstage/errors': '1.3.1', 'better-sqlite3': '13.2.0' },
});

/** Installs the peer once, beside the repository's own packages. */
export function installPeer() {
  const directory = join(root, '.cache', 'bench', 'tech-insights');
  const done = join(directory, 'installed.json');
  if (existsSync(done) && readFileSync(done, 'utf8') === manifest) {
    return directory;
  }
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'package.json'), manifest);
  const { status, error } = spawnSync(
    'npm',
    [
      'install',
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      '--legacy-peer-deps',
      '--loglevel=error',
    ],
    { cwd: directory, stdio: 'inherit' },
  );
  if (error || status !== 0) {
    throw new Error(
      `npm did not install the peer: ${error?.message ?? status}`,
    );
  }
  writeFileSync(done, manifest);
  return directory;
}
