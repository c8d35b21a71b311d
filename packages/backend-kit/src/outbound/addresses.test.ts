import fc from 'fast-check';
import { guardWith, leadingTo, serve } from '../__testUtils__/outbound';

describe('where OutboundGuard may fetch from', () => {
  it('asks for private hosts to be allowed, and says where', async () => {
    const address = await serve((_req, res) => res.end('inside'));
    const { host, port } = new URL(address);
    const fetch = (...allowedHosts: string[]) =>
      guardWith({ allowedHosts }).fetch(address);
    await expect(fetch()).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: `${host} lies in a private network: if the portal may fetch from it, add it to outbound.allowedHosts`,
    });
    await expect(fetch('127.0.0.1:1')).rejects.toThrow('private network');
    await expect(fetch(`127.0.0.1:${port}`)).resolves.toBeDefined();
  });

  it('checks a name where it leads when it connects', async () => {
    const address = await serve((_req, res) => res.end('inside'));
    const named = address.replace('127.0.0.1', 'metrics.example.com');
    const lookup = leadingTo('127.0.0.1');
    const fetch = (...allowedHosts: string[]) =>
      guardWith({ allowedHosts, lookup }).fetch(named);
    await expect(fetch()).rejects.toThrow('private network');
    await expect(fetch('127.0.0.1', 'example.com')).rejects.toThrow(
      'private network',
    );
    await expect(fetch('Metrics.example.com')).resolves.toBeDefined();
    await expect(fetch('*.example.com')).resolves.toBeDefined();
  });

  it.each([
    [['169.254.169.254']],
    [['93.184.216.34', '169.254.169.254']],
    [['::ffff:a9fe:a9fe']],
    [['fd00:ec2::254']],
  ])('lets no name lead to %j, even if it is allowed', async addresses => {
    const guard = guardWith({
      allowedHosts: ['rebound.example'],
      lookup: leadingTo(...addresses),
    });
    await expect(guard.fetch('http://rebound.example')).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringContaining('nothing may be fetched from'),
    });
  });

  it('takes public addresses and names as they are, without asking the network', () => {
    for (const address of [
      'https://example.com/a?b',
      'http://93.184.216.34:8080',
      'https://[2606:2800::1]/',
      'http://172.32.0.1',
      'http://[::ffff:8.8.8.8]/',
    ]) {
      expect(guardWith().check(address)).toEqual(new URL(address));
    }
  });

  it.each([
    ['metrics', 'InputError'],
    ['file:///etc/passwd', 'InputError'],
    ['https://ann:pw@example.com', 'InputError'],
    ['http://10.1.2.3', 'NotAllowedError'],
    ['http://192.168.0.1', 'NotAllowedError'],
    ['http://[::1]:9090', 'NotAllowedError'],
    ['http://[fd12::1]', 'NotAllowedError'],
    ['http://[64:ff9b::a9fe:a9fe]', 'NotAllowedError'],
    ['http://169.254.169.254/latest', 'NotAllowedError'],
    ['http://[fe80::1]', 'NotAllowedError'],
    ['http://0.0.0.0', 'NotAllowedError'],
  ])('refuses %s', (address, name) => {
    expect(() => guardWith().check(address)).toThrow(
      expect.objectContaining({ name }),
    );
  });

  it('is not fooled by another way to write an address', () => {
    const byte = fc.nat(255);
    fc.assert(
      fc.property(fc.constantFrom(10, 169, 127), byte, byte, (a, c, d) => {
        const b = 254;
        const number = ((a * 256 + b) * 256 + c) * 256 + d;
        const hex = number.toString(16).padStart(8, '0');
        for (const host of [
          `${a}.${b}.${c}.${d}`,
          `${a}.${b}.${c * 256 + d}`,
          String(number),
          `0x${hex}`,
          `0${a.toString(8)}.${b}.${c}.${d}.`,
          `[::ffff:${hex.slice(0, 4)}:${hex.slice(4)}]`,
          `[64:ff9b::${a}.${b}.${c}.${d}]`,
        ]) {
          expect(() =>
            guardWith({ allowedHosts: [] }).check(`http://${host}/`),
          ).toThrow(expect.objectContaining({ name: 'NotAllowedError' }));
        }
      }),
    );
  });

  it('knows an allowed IPv6 address with its port', () => {
    const guard = guardWith({ allowedHosts: ['[::1]:9090'] });
    expect(guard.check('http://[::1]:9090/a').host).toBe('[::1]:9090');
    expect(() => guard.check('http://[::1]:9091/a')).toThrow('private network');
  });
});
