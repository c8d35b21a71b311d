import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

/** Runs `npm run org` as a process of its own: prettier loads itself in a way that Jest does not follow. */
export async function orgProcess(cwd: string, ...args: string[]) {
  return promisify(execFile)(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      resolve(__dirname, '../cli/main.ts'),
      ...args,
    ],
    { cwd, env: { PATH: process.env.PATH } },
  ).then(
    ({ stdout, stderr }) => ({ code: 0, printed: stdout + stderr }),
    ({ code, stdout, stderr }) => ({ code, printed: stdout + stderr }),
  );
}
