import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setPriority } from 'node:os';
import { Worker } from 'node:worker_threads';
import { nodeTransform } from '../../scripts/lib/paths.mjs';
import { freePort } from '../../scripts/lib/ports.mjs';
import { createClient } from './client.mjs';

/** Starts a file beside this process; what asks must not take the time of what answers. */
function startProcess(file, env) {
  const server = fork(new URL(file, import.meta.url).pathname, {
    execArgv: ['--require', nodeTransform],
    env: { ...process.env, ...env },
  });
  const ended = once(server, 'exit').then(([code]) => {
    throw new Error(`${file} ended with ${code}; its message stands above`);
  });
  ended.catch(() => {});
  try {
    setPriority(server.pid, -10);
  } catch {
    process.stdout.write('The backend runs at normal priority: not root.\n');
  }
  const hear = name =>
    Promise.race([
      ended,
      new Promise(resolve => {
        // The loader sends messages too, one for each file.
        const listen = message => {
          if (!(name in message)) return;
          server.off('message', listen);
          resolve(message);
        };
        server.on('message', listen);
      }),
    ]);
  return { server, ended, hear };
}

/** Starts a measurement that ends by itself, and answers what it reports. */
export async function runToEnd(file, env, name) {
  const { ended, hear } = startProcess(file, env);
  const message = await hear(name);
  await ended.catch(() => {});
  return message[name];
}

/** Starts a backend beside this process. */
export async function start(file, env) {
  const port = String(await freePort());
  const { server, ended, hear } = startProcess(file, {
    ...env,
    BENCHMARK_PORT: port,
  });
  const address = await hear('baseUrl');
  return {
    address,
    client: createClient(address),
    async tell(message, answer) {
      const heard = hear(answer);
      server.send(message);
      return heard;
    },
    async stop() {
      server.send('stop');
      await ended.catch(() => {});
    },
  };
}

/** Asks a light route all the time from a thread of its own. */
export function startPoller(address, path) {
  const worker = new Worker(new URL('poller.mjs', import.meta.url), {
    workerData: { address, path },
  });
  return {
    async longest() {
      worker.postMessage('report');
      const [{ longest }] = await once(worker, 'message');
      return longest;
    },
    stop: () => worker.terminate(),
  };
}
