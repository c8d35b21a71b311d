import { resolve } from 'node:path';
import { ensureInstalled } from '../lib/install.mjs';
import { readOptions } from '../lib/options.mjs';
import { root } from '../lib/paths.mjs';
import { parsePort, requirePort } from '../lib/ports.mjs';
import { launchPortal } from '../lib/portal.mjs';
import { stopSignal } from '../lib/processes.mjs';
import { elapsed, step } from '../lib/steps.mjs';
import { ensureWebApp } from '../lib/webApp.mjs';

const usage = 'npm start -- [--port 7007] [--data .data] [--verbose]';

/** Serves the portal from one process until the person stops it. */
export async function command(args, toolchain) {
  const began = Date.now();
  const { values } = readOptions(
    args,
    {
      port: { type: 'string', default: process.env.PORT ?? '7007' },
      data: { type: 'string', default: '.data' },
      verbose: { type: 'boolean', default: false },
    },
    usage,
  );
  const port = parsePort(values.port);
  await requirePort(port);
  await ensureInstalled(toolchain);
  await ensureWebApp(toolchain);
  const portal = launchPortal(toolchain, {
    port,
    dataDir: resolve(root, values.data),
    verbose: values.verbose,
  });
  try {
    await step('Portal', portal.untilReady);
    process.stdout.write(
      `\nSquadron is ready on http://localhost:${port} after ${elapsed(
        Date.now() - began,
      )}. Log: ${portal.log}. Stop it with Ctrl-C.\n`,
    );
    await portal.ended;
  } finally {
    await portal.stop();
  }
  if (!stopSignal.aborted) throw portal.failure('unexpectedly');
  return 0;
}
