import { readFileSync } from 'node:fs';
import { resolve as resolvePath } from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { JsonValue } from '@backstage/types';
import { filePlaceholderResolver } from './filePlaceholder';

describe('filePlaceholderResolver', () => {
  const directory = createMockDirectory({
    content: {
      'repo/catalog-info.yaml': '',
      'repo/plugins/x-common/openapi.json': '{"openapi":"3.0.3"}',
      'secret.txt': 'secret',
    },
  });
  const emit = jest.fn();
  const resolve = (value: JsonValue, baseUrl?: string) =>
    filePlaceholderResolver({
      key: 'file',
      value,
      baseUrl: baseUrl ?? directory.resolve('repo/catalog-info.yaml'),
      read: jest.fn(),
      resolveUrl: jest.fn(),
      emit,
    });

  it('gives the text of a file of the repository and refreshes with it', async () => {
    await expect(resolve('plugins/x-common/openapi.json')).resolves.toBe(
      '{"openapi":"3.0.3"}',
    );
    expect(emit).toHaveBeenCalledWith({
      type: 'refresh',
      key: `file:${directory.resolve('repo/plugins/x-common/openapi.json')}`,
    });
  });

  it('does not leave the repository', async () => {
    await expect(resolve('../secret.txt')).rejects.toThrow(/not allowed/);
    await expect(resolve(directory.resolve('secret.txt'))).rejects.toThrow(
      /not allowed/,
    );
  });

  it('reads nothing for an entity that comes from a URL', async () => {
    await expect(
      resolve(
        'plugins/x-common/openapi.json',
        'https://git.example/a/b/blob/main/catalog-info.yaml',
      ),
    ).rejects.toThrow(/write \$text instead/);
  });

  it('says which file is missing and what it wants', async () => {
    await expect(resolve('plugins/y/openapi.json')).rejects.toThrow(
      /cannot read plugins\/y\/openapi.json; put the file there/,
    );
    await expect(resolve(1)).rejects.toThrow(/needs the path of a file/);
  });

  it('finds every file that the portal itself names', async () => {
    const portal = resolvePath(__dirname, '../../../../catalog-info.yaml');
    const paths = readFileSync(portal, 'utf8').matchAll(/\$file: (.+)/g);
    for (const [, path] of paths) {
      const definition = JSON.parse(String(await resolve(path, portal)));
      expect(definition.openapi).toMatch(/^3\./);
    }
    expect.hasAssertions();
  });
});
