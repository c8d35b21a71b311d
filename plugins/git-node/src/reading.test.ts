import { createMockDirectory } from '@backstage/backend-test-utils';
import { GitStore } from './GitStore';

// Each step starts git some times, which takes long on a busy machine.
jest.setTimeout(60_000);

describe('a file that is read up to a size', () => {
  const home = createMockDirectory();
  const store = new GitStore({ directory: home.resolve('git') });

  it('is refused when it has one byte more', async () => {
    home.setContent({ files: { 'five.txt': 'five\n' } });
    await store.create('shop', {
      directory: home.resolve('files'),
      branches: ['main'],
      creator: 'task-1',
      commit: { message: 'Add', author: { name: 'A', email: 'a@b.c' } },
    });
    const read = (path: string, most: number) =>
      store.readFile('shop', 'main', path, most);
    expect(String(await read('five.txt', 5))).toBe('five\n');
    await expect(read('five.txt', 4)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('five.txt of shop has 5 bytes'),
    });
    await expect(read('six.txt', 4)).rejects.toMatchObject({
      name: 'NotFoundError',
    });
  });
});
