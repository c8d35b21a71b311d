import { once, EventEmitter } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { FileWatcher } from './FileWatcher';

describe('FileWatcher', () => {
  const directory = createMockDirectory({ content: { 'a.yaml': 'a: 1' } });

  it('tells once of a file that is saved in several steps', async () => {
    const emitter = new EventEmitter();
    let calls = 0;
    const watcher = await FileWatcher.start(
      [directory.path],
      () => {
        calls += 1;
        emitter.emit('change');
      },
      error => emitter.emit('error', error),
    );
    const changed = once(emitter, 'change');
    await writeFile(directory.resolve('a.yaml'), '');
    await writeFile(directory.resolve('a.yaml'), 'a: 2');
    await writeFile(directory.resolve('b.yaml'), 'b: 1');
    await changed;
    await watcher.stop();
    expect(calls).toBe(1);
  });
});
