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
      'branches',
      'cloneUrl',
      'commit',
      'name',
    ]);
  });
});

describe('a place in a repository', () => {
  it('is the root of the main branch when nothing is said', () => {
    expect(gitContract.routes.tree.query.parse({})).toEqual({
      ref: 'main',
      path: '',
    });
  });

  it('has no path that no file can have', () => {
    const { query } = gitContract.routes.file;
    expect(query.safeParse({ path: 'docs/a b.md' }).success).toBe(true);
    expect(query.safeParse({ path: 'a\0b' }).success).toBe(false);
  });
});
