import { createServer } from 'node:net';
import { Failure } from './failure.mjs';

const HOST = '127.0.0.1';

function listen(port) {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(port, HOST, () => {
      const { port: actual } = server.address();
      server.close(() => done(actual));
    });
  });
}

/** A port that nobody listens on. */
export function freePort() {
  return listen(0);
}

/** The port in a command line value, or a Failure that says what a port is. */
export function parsePort(value) {
  const port = Number(value);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Failure(
    `"${value}" is not a port: give a number from 1 to 65535, for example --port 7100.`,
  );
}

/** What to say when a port is taken. */
export function portTaken(port) {
  return `Port ${port} is taken by another program: stop that program, or choose another port with "npm start -- --port ${port + 1}".`;
}

/** Fails with one sentence when somebody listens on the port. */
export async function requirePort(port, advice = portTaken(port)) {
  try {
    await listen(port);
  } catch (error) {
    if (error.code === 'EADDRINUSE') throw new Failure(advice);
    if (error.code === 'EACCES') {
      throw new Failure(
        `Port ${port} needs more rights than you have: choose one from 1024 up, for example "npm start -- --port 7100".`,
      );
    }
    throw error;
  }
}
