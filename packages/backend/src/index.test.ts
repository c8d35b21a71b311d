import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const packageDirectory = path.resolve(__dirname, '..');

/** Runs the real backend to its end and collects what it says. */
async function run(env: Record<string, string>, config: object) {
  const directory = await mkdtemp(path.join(tmpdir(), 'squadron-backend-'));
  const file = path.join(directory, 'app-config.test.json');
  await writeFile(file, JSON.stringify(config));
  try {
    return await new Promise<{ code: number | null; output: string }>(
      (resolve, reject) => {
        const child = spawn(
          process.execPath,
          [
            '--require',
            '@backstage/cli/config/nodeTransform.cjs',
            'src/index.ts',
            '--config',
            path.resolve(packageDirectory, '../../app-config.yaml'),
            '--config',
            file,
          ],
          {
            cwd: packageDirectory,
            env: { PATH: process.env.PATH, ...env },
            stdio: ['ignore', 'pipe', 'pipe'],
          },
        );
        let output = '';
        child.stdout.on('data', chunk => {
          output += chunk;
        });
        child.stderr.on('data', chunk => {
          output += chunk;
        });
        child.on('error', reject);
        child.on('close', code => resolve({ code, output }));
      },
    );
  } finally {
    await rm(directory, { recursive: true });
  }
}

describe('the backend', () => {
  it('ends with 1 when the demo provider is configured in production', async () => {
    const { code, output } = await run(
      { NODE_ENV: 'production' },
      {
        backend: {
          listen: { port: 0, host: '127.0.0.1' },
          database: { client: 'better-sqlite3', connection: ':memory:' },
        },
      },
    );

    expect(output).toContain(
      'auth.providers.demo lets anybody sign in as anybody and is refused with NODE_ENV=production',
    );
    expect(code).toBe(1);
  }, 120_000);
});
