import { once } from 'node:events';
import { createServer, RequestListener, Server } from 'node:http';
import {
  AddressInfo,
  LookupFunction,
  Server as SocketServer,
  Socket,
} from 'node:net';
import { OutboundGuard, OutboundGuardOptions } from '../outbound/OutboundGuard';

const open: { server: SocketServer; sockets: Set<Socket> }[] = [];

/** Listens until the test has ended; answers the address. */
export async function listen(server: SocketServer | Server): Promise<string> {
  const sockets = new Set<Socket>();
  server.on('connection', socket => sockets.add(socket));
  open.push({ server, sockets });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export const serve = (listener: RequestListener) =>
  listen(createServer(listener));

/** Allows this machine, unless the options say otherwise. */
export const guardWith = (options: Partial<OutboundGuardOptions> = {}) =>
  new OutboundGuard({
    allowedHosts: ['127.0.0.1'],
    allowedHostsKey: 'outbound.allowedHosts',
    ...options,
  });

/** Looks every name up as these addresses. */
export const leadingTo =
  (...addresses: string[]): LookupFunction =>
  (_host, _options, done) =>
    done(
      null,
      addresses.map(address => ({
        address,
        family: address.includes(':') ? 6 : 4,
      })),
    );

// Whoever takes these helpers gets servers that end with the test.
afterEach(async () => {
  for (const { server, sockets } of open.splice(0)) {
    sockets.forEach(socket => socket.destroy());
    if (!server.listening) continue;
    server.close();
    await once(server, 'close');
  }
});
