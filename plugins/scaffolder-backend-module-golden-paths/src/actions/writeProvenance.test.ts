import { readFile } from 'node:fs/promises';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { PROVENANCE_FILE } from '@squadron/plugin-golden-paths-common';
import { parse } from 'yaml';
import { runAction } from '../__testUtils__/runAction';
import { writeProvenance } from './writeProvenance';

describe('squadron:provenance:write', () => {
  const workspace = createMockDirectory();
  const values = { name: 'shop', port: 8080, tags: ['a'] };
  const templateInfo = {
    entityRef: 'template:default/node-service',
    entity: {
      metadata: {
        name: 'node-service',
        annotations: { 'golden-paths.squadron/version': '1.2.0' },
      },
    },
  };
  const write = (input: object) =>
    runAction(writeProvenance(), input, {
      templateInfo,
      workspacePath: workspace.path,
    });
  const read = async () =>
    parse(await readFile(workspace.resolve(PROVENANCE_FILE), 'utf8'));

  it('says which template made it, of which version and with which values', async () => {
    const found = {
      template: 'template:default/node-service',
      version: '1.2.0',
    };
    expect(await write({ values })).toEqual(found);
    expect(await read()).toEqual({ ...found, values });
  });

  it('says what it is told where another template is rendered than the task’s', async () => {
    const found = { template: 'template:default/go-service', version: '2.0.0' };
    expect(await write({ values, ...found })).toEqual(found);
    expect(await read()).toEqual({ ...found, values });
  });
});
