import fc from 'fast-check';
import { faultText } from './faultText';

describe('faultText', () => {
  it.each([
    [
      'https://ann:secret@prometheus:9090/api',
      'https://***@prometheus:9090/api',
    ],
    [
      'no answer from "http://token@p" now',
      'no answer from "http://***@p" now',
    ],
    ['redis://a:b/c@d@host is down', 'redis://***@host is down'],
    [
      'https://prometheus:9090/api is down',
      'https://prometheus:9090/api is down',
    ],
    ['mail ann@example.com', 'mail ann@example.com'],
  ])('tells %s as %s', (text, told) => {
    expect(faultText(text)).toBe(told);
  });

  it('tells no password of an address', () => {
    const password = fc.stringMatching(/^[a-z0-9:/?#@%!-]{1,20}$/);
    fc.assert(
      fc.property(password, fc.string({ maxLength: 100 }), (secret, before) => {
        const text = `${before} http://ann:Q7${secret}@host/path`;
        expect(faultText(text)).not.toContain(`Q7${secret}`);
      }),
    );
  });

  it('leaves what is short and cuts what is long', () => {
    expect(faultText('x'.repeat(500))).toBe('x'.repeat(500));
    expect(faultText('x'.repeat(501))).toBe(`${'x'.repeat(499)}…`);
  });
});
