import { openMerge, pageIn } from './answers';

const page = 'https://git.example/acme/shop';

describe('what a host answers', () => {
  it.each([
    'https://other.example/acme/shop/pull/1',
    'https://git.example/acme/shop-2/pull/1',
    'ftp://git.example/acme/shop/pull/1',
    '',
    undefined,
    7,
  ])('is no page of a repository by %s', url => {
    expect(() => pageIn({ url }, 'url', page)).toThrow(
      'did not answer with a page of https://git.example/acme/shop in url',
    );
  });

  it.each(['acme', 'Acme'])('may be a page of it at %s', owner => {
    const url = `https://git.example/${owner}/shop/pull/1`;
    expect(pageIn({ url }, 'url', page)).toEqual({ url });
  });

  it('may contradict itself about a request to merge', async () => {
    const none = async () => undefined;
    const branches = { from: 'update', into: 'main' };
    await expect(
      openMerge(page, branches, { find: none, make: none }),
    ).rejects.toThrow('shows no open request');
  });
});
