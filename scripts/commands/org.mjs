import { join } from 'node:path';
import { ensureInstalled } from '../lib/install.mjs';
import { nodeTransform, root } from '../lib/paths.mjs';
import { run } from '../lib/processes.mjs';

/** Runs the command line of org as code: lint, plan, export, fmt. */
export async function command(args, toolchain) {
  await ensureInstalled(toolchain);
  const { code } = await run(
    toolchain.node,
    [
      '--require',
      nodeTransform,
      join(root, 'plugins/org-model-node/src/cli/main.ts'),
      ...args,
    ],
    { env: toolchain.env, stdio: 'inherit' },
  );
  return code;
}
