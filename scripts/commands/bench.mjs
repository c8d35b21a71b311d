import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../lib/failure.mjs';
import { ensureInstalled } from '../lib/install.mjs';
import { nodeTransform, root } from '../lib/paths.mjs';
import { run } from '../lib/processes.mjs';
import { ensureWebApp } from '../lib/webApp.mjs';

const folder = join(root, 'benchmarks');

/** The entry file of every benchmark, by the name of its folder. */
function benchmarks() {
  return Object.fromEntries(
    readdirSync(folder, { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(({ name }) => [
        name,
        readdirSync(join(folder, name)).find(file =>
          /^run\.m?[jt]s$/.test(file),
        ),
      ])
      .filter(([, file]) => file),
  );
}

/** Runs one benchmark on the built portal's sources. */
export async function command([name, ...args], toolchain) {
  const known = benchmarks();
  if (!known[name]) {
    throw new Failure(
      `Name the benchmark to run: npm run bench -- ${Object.keys(known).join(' | ')}.`,
    );
  }
  await ensureInstalled(toolchain);
  await ensureWebApp(toolchain);
  const { code } = await run(
    toolchain.node,
    ['--require', nodeTransform, join(folder, name, known[name]), ...args],
    { env: toolchain.env, stdio: 'inherit' },
  );
  return code;
}
