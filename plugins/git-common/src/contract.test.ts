import { gitContract } from './contract';

const { createCredential, repository } = gitContract.routes;

describe('the contract of git', () => {
  it('takes a label without its outer spaces, and none that is empty or long', () => {
    const parse = (label: string) =>
      createCredential.body.safeParse({ label }).data?.label;
    expect(parse('  laptop ')).toBe('laptop');
    expect(parse('   ')).toBeUndefined();
    expect(parse('x'.repeat(80))).toHaveLength(80);
    expect(parse('x'.repeat(81))).toBeUndefined();
  });

  it('tells a token only in the answer that makes it', () => {
    const credential = { id: '1', label: 'laptop', createdAt: '' };
    const told = { ...credential, token: 'secret' };
    expect(createCredential.response.parse(told)).toEqual(told);
    expect(createCredential.response.safeParse(credential).success).toBe(false);
    const { listCredentials } = gitContract.routes;
    expect(listCredentials.response.parse({ items: [told] })).toEqual({
      items: [credential],
    });
  });

  it('names no credentials in the address that is cloned', () => {
    expect(Object.keys(repository.response.shape).sort()).toEqual([
      'branch',
      'cloneUrl',
      'commit',
      'name',
    ]);
  });
});
