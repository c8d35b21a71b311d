import { goldenPathsContract } from './contract';
import { RESOURCE_TYPE_PROJECT, goldenPathsPermissions } from './permissions';
import { provenanceSchema } from './provenance';

const { preview, updateProject } = goldenPathsContract.routes;

describe('the contract of golden paths', () => {
  const template = 'template:default/node-service';

  it('takes whatever a form holds for a preview', () => {
    const values = { name: 'shop', port: 8080, files: null, tags: ['a'] };
    const body = { template, values };
    expect(preview.body.parse(body)).toEqual(body);
    expect(preview.body.safeParse({ template }).success).toBe(false);
    expect(preview.body.safeParse({ values }).success).toBe(false);
  });

  it('tells of an update what it would change, and the commit or request of its merge', () => {
    const change = { path: 'README.md', kind: 'changed', diff: '@@' };
    const update = {
      component: 'shop',
      template,
      templateTitle: 'Node service',
      from: '1.0.0',
      to: '1.1.0',
      isOutdated: true,
      changes: [change],
      conflicts: [],
    };
    expect(updateProject.response.parse(update)).toEqual(update);
    const merged = { ...update, commit: 'c0ffee' };
    expect(updateProject.response.parse(merged)).toEqual(merged);
    const requested = {
      ...update,
      host: 'github',
      mergeRequest: 'https://github.com/acme/shop/pull/1',
    };
    expect(updateProject.response.parse(requested)).toEqual(requested);
    const odd = { ...update, changes: [{ ...change, kind: 'renamed' }] };
    expect(updateProject.response.safeParse(odd).success).toBe(false);
  });
});

describe('the permissions of golden paths', () => {
  it('are about what is made for a group, but for reading', () => {
    const others = goldenPathsPermissions.filter(
      permission =>
        permission.type !== 'resource' ||
        permission.resourceType !== RESOURCE_TYPE_PROJECT,
    );
    expect(others.map(({ name }) => name)).toEqual(['golden-paths.read']);
  });
});

describe('the provenance of a repository', () => {
  it('says template, version and values', () => {
    const provenance = { template: 'template:default/a', version: '1.0.0' };
    expect(provenanceSchema.safeParse(provenance).success).toBe(false);
    const whole = { ...provenance, values: { name: 'shop', port: 8080 } };
    expect(provenanceSchema.parse(whole)).toEqual(whole);
  });
});
