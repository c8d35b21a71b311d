import type { SoftwareRecord } from './entities';
import { component, group, indexOf } from '../__testUtils__/records';
import { coverageOf } from './coverage';

const groups = [
  group('company'),
  group('squad', { parent: 'company' }),
  group('unit', { parent: 'squad' }),
  group('other', { parent: 'company' }),
];
const site = (name: string, owner: string): SoftwareRecord => ({
  ref: `system:default/${name}`,
  kind: 'System',
  title: name,
  owner,
  docs: `system:default/${name}`,
});
const described = {
  owner: 'unit',
  system: 'squad',
  lifecycle: 'production',
  docs: 'system:default/squad',
};

function coverageWith(
  fields: Partial<SoftwareRecord>,
): [string, number, number][] {
  const software = [
    site('squad', 'squad'),
    site('other', 'other'),
    component('x', { ...described, ...fields }),
  ];
  return coverageOf(indexOf(groups, [], software)).map(
    ({ group: ref, covered, components }) => [
      ref.replace('group:default/', ''),
      covered,
      components,
    ],
  );
}

describe('coverageOf', () => {
  it('counts a component that says everything for the group that owns it', () => {
    expect(coverageWith({})).toEqual([['unit', 1, 1]]);
    expect(coverageWith({ docs: 'component:default/x' })).toEqual([
      ['unit', 1, 1],
    ]);
  });

  it.each([
    ['a System', { system: undefined }],
    ['a lifecycle', { lifecycle: undefined }],
    ['docs', { docs: undefined }],
    ['docs of its own people', { docs: 'system:default/other' }],
    ['docs that exist', { docs: 'system:default/gone' }],
  ])('does not count one without %s', (_, fields) => {
    expect(coverageWith(fields)).toEqual([['unit', 0, 1]]);
  });

  it('counts one without an owner where its System belongs, else at the top', () => {
    expect(coverageWith({ owner: undefined })).toEqual([['squad', 0, 1]]);
    expect(coverageWith({ owner: 'nobody', system: 'x' })).toEqual([
      ['company', 0, 1],
    ]);
  });

  it('says nothing of what is no component', () => {
    const index = indexOf(groups, [], [site('squad', 'squad')]);
    expect(coverageOf(index)).toEqual([]);
  });
});
