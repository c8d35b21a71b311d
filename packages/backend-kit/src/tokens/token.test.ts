import { createToken, hashToken, isSameHash } from './token';

describe('createToken', () => {
  it('makes tokens of 256 bits that are safe in an address and never the same', () => {
    const tokens = Array.from({ length: 100 }, createToken);
    expect(new Set(tokens.map(({ token }) => token)).size).toBe(100);
    for (const { token, hash } of tokens) {
      expect(token).toMatch(/^[\w-]{43}$/);
      expect(hash).toMatch(/^[0-9a-f]{64}$/);
      expect(hashToken(token)).toBe(hash);
    }
  });
});

describe('isSameHash', () => {
  it('compares hashes of any length', () => {
    const hash = hashToken('a');
    expect(isSameHash(hash, hashToken('a'))).toBe(true);
    expect(isSameHash(hash, hashToken('b'))).toBe(false);
    expect(isSameHash(hash, hash.slice(1))).toBe(false);
  });
});
