import { join } from 'node:path';
import { ensureInstalled } from '../lib/install.mjs';
import { nodeTransform, root } from '../lib/paths.mjs';
import { run } from '../lib/processes.mjs';

/** What is wrong with KPIs only their own plugin knows. */
const also = {
  lint: 'plugins/scorecards-backend/src/cli/main.ts',
  schema: 'plugins/scorecards-backend/src/cli/main.ts',
};

/** Runs the command line of org as code: lint, plan, export, fmt, schema, docs. */
export async function command(args, toolchain) {
  await ensureInstalled(toolchain);
  const runCli = async file => {
    const { code } = await run(
      toolchain.node,
      ['--require', nodeTransform, join(root, file), ...args],
      { env: toolchain.env, stdio: 'inherit' },
    );
    return code;
  };
  const code = await runCli('plugins/org-model-node/src/cli/main.ts');
  const isWrongCall = code > 1;
  if (isWrongCall || !Object.hasOwn(also, args[0] ?? '')) return code;
  return Math.max(code, await runCli(also[args[0]]));
}
