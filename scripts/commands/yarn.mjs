import { run } from '../lib/processes.mjs';

/** Runs the repository's own yarn, for example to add a dependency. */
export async function command(args, { node, yarn, env }) {
  const { code } = await run(node, [...yarn, ...args], {
    env,
    stdio: 'inherit',
  });
  return code;
}
