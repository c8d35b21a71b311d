import type { Entity } from '@backstage/catalog-model';
import { toGoldenPath } from './goldenPaths';
import { isOfGoldenPath, newerVersion, originOf, ownerOf } from './project';

const component = (annotations?: Record<string, string>): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'shop', annotations },
  relations: [
    { type: 'partOf', targetRef: 'system:default/squad-b-1' },
    { type: 'ownedBy', targetRef: 'group:default/squad-b-1' },
  ],
});
const made = component({
  'golden-paths.squadron/template': 'template:default/node-service',
  'golden-paths.squadron/version': '1.0.0',
});
const paths = (version: string) => [
  toGoldenPath({
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: {
      name: 'node-service',
      annotations: { 'golden-paths.squadron/version': version },
    },
  }),
];

describe('a component that a golden path made', () => {
  it('says so', () => {
    expect(isOfGoldenPath(component())).toBe(false);
    expect(originOf(made)).toEqual({
      template: 'template:default/node-service',
      version: '1.0.0',
    });
    expect(ownerOf(made)).toBe('group:default/squad-b-1');
  });

  it('is outdated when its golden path is newer', () => {
    const origin = originOf(made)!;
    expect(newerVersion(origin, paths('1.1.0'))).toBe('1.1.0');
    expect(newerVersion(origin, paths('1.0.0'))).toBeUndefined();
    expect(newerVersion(origin, paths('0.9.0'))).toBeUndefined();
    expect(newerVersion(origin, [])).toBeUndefined();
  });

  it.each([undefined, ''])('may not say its version (%p)', version => {
    const template = 'template:default/node-service';
    const origin = originOf(
      component({
        'golden-paths.squadron/template': template,
        ...(version !== undefined && {
          'golden-paths.squadron/version': version,
        }),
      }),
    )!;
    expect(origin).toEqual({ template, version: undefined });
    expect(newerVersion(origin, paths('1.1.0'))).toBeUndefined();
  });
});
