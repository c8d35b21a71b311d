import { readFile, writeFile } from 'node:fs/promises';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { contractToOpenApi } from '@squadron/backend-kit';
import { environmentsContract } from '@squadron/plugin-environments-common';

const file = resolvePackagePath(
  '@squadron/plugin-environments-common',
  'openapi.json',
);

describe('openapi.json', () => {
  it('says what the contract says; UPDATE_OPENAPI=1 with this test writes it', async () => {
    const text = `${JSON.stringify(contractToOpenApi(environmentsContract), undefined, 2)}\n`;
    if (process.env.UPDATE_OPENAPI) await writeFile(file, text);
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(JSON.parse(text));
  });
});
