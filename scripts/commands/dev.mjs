import { ensureInstalled } from '../lib/install.mjs';
import { backstageCli } from '../lib/paths.mjs';
import { requirePort } from '../lib/ports.mjs';
import { run } from '../lib/processes.mjs';

const APP = 'http://localhost:3000';

/** Runs app and backend apart, each reloading when its sources change. */
export async function command(args, toolchain) {
  for (const port of [3000, 7007]) {
    await requirePort(
      port,
      `Port ${port}, which "npm run dev" needs, is taken by another program: stop that program and run the same command again.`,
    );
  }
  await ensureInstalled(toolchain);
  const { code } = await run(
    toolchain.node,
    [backstageCli, 'repo', 'start', ...args],
    {
      env: {
        APP_CONFIG_app_baseUrl: APP,
        APP_CONFIG_backend_cors_origin: APP,
        ...toolchain.env,
      },
      stdio: 'inherit',
    },
  );
  return code;
}
