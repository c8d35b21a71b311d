import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { createService } from './server.ts';

describe('the service', () => {
  let isReady = true;
  const service = createService({ isReady: () => isReady });
  const get = async (path: string) => {
    const { port } = service.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}${path}`);
    return { status: answer.status, text: await answer.text() };
  };

  before(async () => {
    service.listen(0);
    await once(service, 'listening');
  });
  after(() => service.close());

  it('says that it is well', async () => {
    assert.deepEqual(await get('/healthz'), {
      status: 200,
      text: '{"status":"ok"}',
    });
  });

  it('takes no more requests while it stops', async () => {
    assert.equal((await get('/readyz')).status, 200);
    isReady = false;
    assert.equal((await get('/readyz')).status, 503);
  });

  it('counts requests, and those to unknown paths as one', async () => {
    await get('/a');
    await get('/b');
    const { text } = await get('/metrics');
    assert.match(text, /http_requests_total\{route="other",status="404"\} 2/);
  });
});
