import { OrgTree } from '@squadron/plugin-org-model-common';
import type { AppliesTo } from '@squadron/plugin-scorecards-common';
import fc from 'fast-check';
import { kpi } from '../__testUtils__/kpi';
import { group } from '../__testUtils__/records';
import { cellsOf, groupsWith, isApplicable } from './applicable';

const ref = (name: string) => `group:default/${name}`;
const tree = new OrgTree({
  at: '2026-11-28T00:00:00Z',
  groups: [
    group('company', { type: 'organization' }),
    group('division', { type: 'division', parent: 'company' }),
    group('squad-a', { parent: 'division' }),
    group('squad-b', { parent: 'division' }),
    group('unit-a', { type: 'unit', parent: 'squad-a' }),
    group('elsewhere', { parent: 'company' }),
  ],
  people: [],
});
const of = (appliesTo: AppliesTo) =>
  kpi(appliesTo.to, { appliesTo, owner: ref('squad-a') });

const owner = of({ to: 'owner' });
const groups = of({
  to: 'groups',
  groups: ['squad-b', 'system:default/squad-b', 'gone', 'division'],
});
const each = of({ to: 'each', type: 'squad', below: 'division' });
const components = of({ to: 'components', below: 'division' });

describe('cellsOf', () => {
  it.each([
    ['the owner', owner, ['squad-a']],
    ['named groups', groups, ['squad-b', 'division']],
    ['each squad', each, ['squad-a', 'squad-b']],
    [
      'no squad below one',
      of({ to: 'each', type: 'squad', below: 'squad-a' }),
      [],
    ],
    [
      'nothing below what is gone',
      of({ to: 'each', type: 'squad', below: 'gone' }),
      [],
    ],
    ['no component', components, []],
    ['no owner that is gone', kpi('k', { owner: ref('gone') }), []],
  ])('has %s', (_, some, names) => {
    const cells = cellsOf([some], tree);
    expect(cells.map(({ entity }) => entity)).toEqual(names.map(ref));
    for (const cell of cells) {
      expect(cell.kpi).toBe(some);
      expect(cell.group).toBe(cell.entity);
    }
  });
});

describe('isApplicable', () => {
  it.each([
    ['component:default/web', 'unit-a', true],
    ['component:default/web', 'division', true],
    ['component:default/web', 'elsewhere', false],
    ['component:default/web', 'gone', false],
    ['api:default/web', 'squad-a', false],
    [ref('squad-a'), 'squad-a', false],
  ])('of components says of %s of %s %s', (entity, owned, expected) => {
    expect(isApplicable(components, tree, entity, ref(owned))).toBe(expected);
  });

  it('takes a group exactly when it has a cell', () => {
    const refs = [...tree.groups().map(group_ => group_.ref), ref('gone')];
    fc.assert(
      fc.property(
        fc.constantFrom(...refs),
        fc.constantFrom(owner, groups, each),
        fc.constantFrom(...refs),
        (entity, one, below) => {
          for (const some of [
            one,
            of({ to: 'each', type: 'squad', below }),
            of({ to: 'each', type: 'unit', below }),
          ]) {
            expect(isApplicable(some, tree, entity, entity)).toBe(
              groupsWith(some, tree).includes(entity),
            );
          }
        },
      ),
    );
  });

  it('keeps components off what groups have', () => {
    for (const some of [owner, groups, each]) {
      expect(
        isApplicable(some, tree, 'component:default/web', ref('squad-a')),
      ).toBe(false);
    }
  });
});
