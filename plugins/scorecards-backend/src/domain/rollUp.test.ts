import { OrgTree } from '@squadron/plugin-org-model-common';
import type { Parts, Verdict } from '@squadron/plugin-scorecards-common';
import fc from 'fast-check';
import { group } from '../__testUtils__/records';
import { combineAlong } from './alongTree';
import { combineAll } from './parts';
import { rollUpParts } from './rollUpValue';
import {
  type HealthCount,
  addHealth,
  countCell,
  emptyHealth,
  rollUpHealth,
  toHealth,
} from './scoring';

const ref = (name: string) => `group:default/${name}`;
const treeOf = (groups: ReturnType<typeof group>[]) =>
  new OrgTree({ at: '2026-11-28T00:00:00Z', groups, people: [] });

/** A tree of any form: each group hangs below one that came before it. */
const anyTree = fc
  .array(fc.nat(), { minLength: 1, maxLength: 30 })
  .map(parents =>
    treeOf(
      parents.map((at, i) =>
        group(`g-${i}`, { parent: i > 0 ? `g-${at % i}` : undefined }),
      ),
    ),
  );

/** Something for some groups, and for one that the tree does not have. */
const forGroups = <T>(own: fc.Arbitrary<T>) =>
  fc.dictionary(
    fc.integer({ min: 0, max: 31 }).map(i => ref(`g-${i}`)),
    own,
  );

const parts: fc.Arbitrary<Parts> = fc.record({
  sum: fc.integer({ min: 0, max: 1_000_000 }),
  count: fc.integer({ min: 1, max: 1_000 }),
  min: fc.integer(),
  max: fc.integer(),
});

const cell = fc
  .record({
    verdict: fc.constantFrom<Verdict>('met', 'at_risk', 'missed'),
    waived: fc.boolean(),
    weight: fc.integer({ min: 1, max: 10 }),
  })
  .map(({ verdict, ...each }) =>
    countCell({
      ...each,
      verdict,
      freshness: 'fresh',
      hasTarget: true,
      points: { met: 1, at_risk: 0.5, missed: 0, none: 0 }[verdict],
    }),
  );

/** All that is at the group and below it, added up one by one. */
function leavesOf<T>(
  tree: OrgTree,
  own: Record<string, T>,
  above: string,
): T[] {
  return tree
    .subtree(above)
    .filter(each => each.ref in own)
    .map(each => own[each.ref]);
}

const addAll = (counts: HealthCount[]) => counts.reduce(addHealth, emptyHealth);

describe('roll-ups', () => {
  it('of values come to what the leaves come to', () => {
    fc.assert(
      fc.property(anyTree, forGroups(parts), (tree, own) => {
        const all = rollUpParts(tree, new Map(Object.entries(own)));
        for (const above of tree.groups()) {
          const leaves = leavesOf(tree, own, above.ref);
          expect(all.get(above.ref)).toEqual(
            leaves.length > 0 ? combineAll(leaves) : undefined,
          );
        }
      }),
    );
  });

  it('of health come to what the leaves come to', () => {
    fc.assert(
      fc.property(anyTree, forGroups(cell), (tree, own) => {
        const all = rollUpHealth(tree, new Map(Object.entries(own)));
        for (const above of tree.groups()) {
          const leaves = leavesOf(tree, own, above.ref);
          const { worst: _, ...count } = all.get(above.ref) ?? {};
          expect(count).toEqual(leaves.length > 0 ? addAll(leaves) : {});
        }
      }),
    );
  });

  it('of a top do not depend on how what is below it is grouped', () => {
    const leaves = fc.array(fc.tuple(cell, parts, fc.nat({ max: 4 })), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(leaves, each => {
        const name = (i: number) => `leaf-${i}`;
        const flat = treeOf([
          group('top'),
          ...each.map((_, i) => group(name(i), { parent: 'top' })),
        ]);
        const grouped = treeOf([
          group('top'),
          ...[0, 1, 2, 3, 4].map(i => group(`mid-${i}`, { parent: 'top' })),
          ...each.map(([, , mid], i) =>
            group(name(i), { parent: `mid-${mid}` }),
          ),
        ]);
        const health = new Map(each.map(([h], i) => [ref(name(i)), h]));
        const values = new Map(each.map(([, p], i) => [ref(name(i)), p]));
        const { worst: _, ...top } = rollUpHealth(flat, health).get(
          ref('top'),
        )!;
        expect(rollUpHealth(grouped, health).get(ref('top'))).toMatchObject(
          top,
        );
        expect(rollUpParts(grouped, values).get(ref('top'))).toEqual(
          rollUpParts(flat, values).get(ref('top')),
        );
      }),
    );
  });

  it('never average shares', () => {
    const tree = treeOf([
      group('top'),
      group('busy', { parent: 'top' }),
      group('quiet', { parent: 'top' }),
    ]);
    const all = rollUpParts(
      tree,
      new Map([
        [ref('busy'), { sum: 1, count: 9_999, min: 0, max: 0 }],
        [ref('quiet'), { sum: 1, count: 1, min: 1, max: 1 }],
      ]),
    );
    expect(all.get(ref('top'))).toEqual({
      sum: 2,
      count: 10_000,
      min: 0,
      max: 1,
    });
  });

  it('leave out groups with nothing, and what is of groups that are gone', () => {
    const tree = treeOf([group('top'), group('empty', { parent: 'top' })]);
    const own = new Map([
      [ref('top'), 1],
      [ref('gone'), 2],
    ]);
    expect(combineAlong(tree, own, (a, b) => a + b)).toEqual(
      new Map([[ref('top'), 1]]),
    );
  });
});

describe('rollUpHealth', () => {
  const tree = treeOf([
    group('top'),
    group('good', { parent: 'top' }),
    group('mixed', { parent: 'top' }),
    group('none', { parent: 'top' }),
    group('twin', { parent: 'top' }),
    group('unit', { parent: 'mixed' }),
  ]);
  const count = (points: number, weight_: number): HealthCount => ({
    ...emptyHealth,
    points,
    weight: weight_,
  });

  it('names the child with the lowest score, the first of equal ones', () => {
    const all = rollUpHealth(
      tree,
      new Map([
        [ref('good'), count(4, 4)],
        [ref('mixed'), count(1, 1)],
        [ref('none'), count(0, 0)],
        [ref('twin'), count(1, 2)],
        [ref('unit'), count(0, 1)],
      ]),
    );
    expect(all.get(ref('top'))).toMatchObject({
      points: 6,
      weight: 8,
      worst: { ref: ref('mixed'), score: 0.5 },
    });
    expect(all.get(ref('mixed'))?.worst).toEqual({
      ref: ref('unit'),
      score: 0,
    });
    expect(toHealth(all.get(ref('top'))!).worst?.ref).toBe(ref('mixed'));
    expect(all.get(ref('unit'))).not.toHaveProperty('worst');
  });
});
