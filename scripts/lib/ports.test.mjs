import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { freePort, parsePort, requirePort } from './ports.mjs';

test('a taken port is refused with another to try', async () => {
  const server = createServer();
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  try {
    await assert.rejects(
      requirePort(port),
      ({ message }) =>
        message.includes(`Port ${port} is taken`) &&
        message.includes(`--port ${port + 1}`),
    );
  } finally {
    server.close();
  }
});

test('a free port is accepted', async () => {
  await requirePort(await freePort());
});

for (const value of ['0', '65536', '80.5', 'http', '']) {
  test(`"${value}" is no port`, () => {
    assert.throws(() => parsePort(value), /is not a port/);
  });
}
