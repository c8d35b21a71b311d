import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { TextFile } from './templates';

const execute = promisify(execFile);

/** Those of the machine, with the Node that runs the tests before any other. */
const environment: NodeJS.ProcessEnv = {
  ...process.env,
  PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
  NODE_OPTIONS: '',
  // A Go service needs no module of others, and the Go that is there.
  GOPROXY: 'off',
  GOTOOLCHAIN: 'local',
};

/** Lays a project out in a folder. */
export async function layProject(folder: string, files: TextFile[]) {
  for (const { path, text } of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

/** Runs a command of a project to its end; answers what it prints. */
export async function runIn(folder: string, command: string): Promise<string> {
  const [program, ...args] = command.split(' ');
  try {
    const { stdout } = await execute(program, args, {
      cwd: folder,
      env: environment,
    });
    return stdout;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as Record<string, string>;
    throw new Error(`${command}: ${error}\n${stdout}\n${stderr}`);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** A service of a project that was started. */
export interface RunningService {
  get(path: string): Promise<{ status: number; text: string }>;
  /** Asks it to stop; answers the code that it ends with. */
  stop(): Promise<number | null>;
}

/** Starts a service, and waits until it answers. */
export async function startService(
  folder: string,
  command: string,
): Promise<RunningService> {
  const port = await freePort();
  const [program, ...args] = command.split(' ');
  const child: ChildProcess = spawn(program, args, {
    cwd: folder,
    env: { ...environment, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stdout?.on('data', chunk => (printed += chunk));
  child.stderr?.on('data', chunk => (printed += chunk));
  const ended = once(child, 'exit');
  const get = async (path: string) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`);
    return { status: answer.status, text: await answer.text() };
  };
  while (!(await get('/readyz').catch(() => undefined))) {
    if (child.exitCode !== null) throw new Error(`It ended: ${printed}`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  return {
    get,
    async stop() {
      child.kill('SIGTERM');
      const [code] = await ended;
      return code;
    },
  };
}
