import { join } from 'node:path';
import { ensureInstalled } from '../lib/install.mjs';
import { nodeTransform, root } from '../lib/paths.mjs';
import { run } from '../lib/processes.mjs';

const cli = join(root, 'plugins/scorecards-backend/src/cli/sampleMain.ts');

/** Takes sample data out of a running portal, or adds it again. */
export async function command(args, toolchain) {
  await ensureInstalled(toolchain);
  const { code } = await run(
    toolchain.node,
    ['--require', nodeTransform, cli, ...args],
    { env: toolchain.env, stdio: 'inherit' },
  );
  return code;
}
