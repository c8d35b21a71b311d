import type { Entity } from '@backstage/catalog-model';
import { formPath, groupPaths, searchPaths, toGoldenPath } from './goldenPaths';

const template = (name: string, type: string, more: object = {}): Entity => ({
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { name, title: name.toUpperCase(), ...more },
  spec: { type, owner: 'group:default/squad-c-1' },
});
const paths = [
  template('decommission', 'day-two'),
  template('node-service', 'service', {
    description: 'An HTTP service',
    tags: ['typescript'],
    annotations: { 'golden-paths.squadron/version': '1.2.0' },
  }),
  template('go-service', 'service'),
  template('robot', 'machine'),
].map(toGoldenPath);

describe('golden paths', () => {
  it('are read from templates of the catalog', () => {
    expect(paths[1]).toEqual({
      ref: 'template:default/node-service',
      name: 'node-service',
      namespace: 'default',
      title: 'NODE-SERVICE',
      description: 'An HTTP service',
      owner: 'group:default/squad-c-1',
      version: '1.2.0',
      type: 'service',
      tags: ['typescript'],
    });
  });

  it('are grouped by what comes of them, those nobody named last', () => {
    const groups = groupPaths(paths).map(({ title, paths: of }) => [
      title,
      of.map(({ name }) => name),
    ]);
    expect(groups).toEqual([
      ['A service', ['go-service', 'node-service']],
      ['Day two', ['decommission']],
      ['machine', ['robot']],
    ]);
  });

  it('are found by every word', () => {
    const names = (search: string) =>
      searchPaths(paths, search).map(({ name }) => name);
    expect(names('http TypeScript')).toEqual(['node-service']);
    expect(names('service')).toEqual(['node-service', 'go-service']);
    expect(names('')).toHaveLength(4);
    expect(names('http robot')).toEqual([]);
  });

  it('have forms that can be filled in by their address', () => {
    expect(formPath(paths[1])).toBe('/create/templates/default/node-service');
    const address = formPath(paths[0], { component: 'component:default/a&b' });
    const { searchParams } = new URL(address, 'http://portal');
    expect(JSON.parse(searchParams.get('formData') ?? '')).toEqual({
      component: 'component:default/a&b',
    });
  });
});
