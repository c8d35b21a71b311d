#!/usr/bin/env node
import { resolve } from 'node:path';
import { Failure, sentenceFor } from './lib/failure.mjs';
import { root } from './lib/paths.mjs';
import { run, stopOnSignals } from './lib/processes.mjs';
import { showStepsOn } from './lib/steps.mjs';
import { ensureToolchain, runsHere } from './lib/toolchain.mjs';

const commands = {
  start: () => import('./commands/start.mjs'),
  dev: () => import('./commands/dev.mjs'),
  test: () => import('./commands/test.mjs'),
  'test:system': () => import('./commands/testSystem.mjs'),
  bench: () => import('./commands/bench.mjs'),
  org: () => import('./commands/org.mjs'),
  sample: () => import('./commands/sample.mjs'),
  yarn: () => import('./commands/yarn.mjs'),
  'check-staged': () => import('./commands/checkStaged.mjs'),
};

// What these print is for programs too, so the launcher keeps off their output.
const passThrough = ['org', 'sample', 'yarn'];

async function main([name, ...args]) {
  const load = commands[name];
  if (!load) {
    throw new Failure(
      `There is no command "${name ?? ''}": use one of ${Object.keys(
        commands,
      ).join(', ')}.`,
    );
  }
  stopOnSignals();
  if (passThrough.includes(name)) showStepsOn(process.stderr);
  const toolchain = await ensureToolchain();
  if (!runsHere(toolchain)) {
    const again = [resolve(root, 'scripts/launch.mjs'), name, ...args];
    const { code } = await run(toolchain.node, again, {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    });
    return code;
  }
  const { command } = await load();
  return command(args, toolchain);
}

/** Exits when everything that was printed has gone out. */
function exit(code) {
  process.stdout.write('', () => process.exit(code));
}

main(process.argv.slice(2)).then(exit, error => {
  const sentence = sentenceFor(error);
  if (sentence) process.stderr.write(`${sentence}\n`);
  exit(error.exitCode ?? 1);
});
