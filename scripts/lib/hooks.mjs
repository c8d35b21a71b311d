import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { run } from './processes.mjs';

/** Switches the pre-commit check on for a person at a terminal whose clone has no hooks of its own. */
export async function enableHooks() {
  if (process.env.CI || !process.stdout.isTTY) return;
  if (!existsSync(join(root, '.git'))) return;
  const git = (...args) => run('git', args).catch(() => ({ code: 1 }));
  const { code, output } = await git('config', '--get', 'core.hooksPath');
  if (code === 0 && output.trim()) return;
  await git('config', 'core.hooksPath', '.githooks');
}
