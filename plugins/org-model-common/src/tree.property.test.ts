import fc from 'fast-check';
import { group, names, person, treeOf } from './__testUtils__/records';
import type { GroupRecord, OrgSnapshot } from './snapshot';
import { OrgTree } from './tree';

const anySnapshot: fc.Arbitrary<OrgSnapshot> = fc
  .integer({ min: 1, max: 30 })
  .chain(size => {
    const name = fc.integer({ min: 0, max: size + 2 }).map(i => `g-${i}`);
    return fc.record({
      at: fc.constant('2026-01-01T00:00:00Z'),
      groups: fc.array(
        fc
          .record({ name, parent: fc.option(name, { nil: undefined }) })
          .map(each => group(each.name, { parent: each.parent })),
        { minLength: 1, maxLength: size },
      ),
      people: fc
        .array(fc.array(name, { maxLength: 4 }), { maxLength: 15 })
        .map(memberships =>
          memberships.map((groups, i) => person(`p-${i}`, ...groups)),
        ),
    });
  });

describe('OrgTree of any records', () => {
  it('holds every group once, below its parent, whatever the parents say', () => {
    fc.assert(
      fc.property(anySnapshot, snapshot => {
        const tree = new OrgTree(snapshot);
        const refs = tree.groups().map(({ ref }) => ref);
        expect([...refs].sort()).toEqual(
          [...new Set(snapshot.groups.map(({ ref }) => ref))].sort(),
        );
        for (const ref of refs) {
          const above = tree.parent(ref)?.ref;
          expect(above === undefined).toBe(tree.roots.includes(ref));
          const parentAt = above === undefined ? -1 : refs.indexOf(above);
          expect(parentAt).toBeLessThan(refs.indexOf(ref));
          for (const other of refs) {
            expect(tree.isWithin(ref, other)).toBe(
              names(tree.path(ref)).includes(tree.get(other)!.name),
            );
          }
        }
      }),
    );
  });

  it('rolls up what adding the descendants one by one gives', () => {
    fc.assert(
      fc.property(anySnapshot, snapshot => {
        const tree = new OrgTree(snapshot);
        const sums = tree.rollUp(ref => ref.length);
        const counts = tree.peopleCounts();
        for (const { ref } of tree.groups()) {
          const below = tree.subtree(ref);
          expect(sums.get(ref)).toBe(
            below.reduce((sum, each) => sum + each.ref.length, 0),
          );
          expect(counts.get(ref)).toEqual({
            direct: snapshot.people.filter(
              each => tree.homeOf(each.ref)?.ref === ref,
            ).length,
            total: tree.members(ref, { recursive: true }).length,
          });
        }
      }),
    );
  });

  it('does not depend on the order of the records', () => {
    fc.assert(
      fc.property(
        anySnapshot.chain(snapshot =>
          fc.tuple(
            fc.constant(snapshot),
            fc.shuffledSubarray(snapshot.groups, {
              minLength: snapshot.groups.length,
            }),
          ),
        ),
        ([snapshot, shuffled]) => {
          const known = new Set<string>();
          const isFirst = ({ ref }: GroupRecord) =>
            !known.has(ref) && Boolean(known.add(ref));
          const groups = snapshot.groups.filter(isFirst);
          const other = shuffled.filter(each => groups.includes(each));
          expect(treeOf(other).groups()).toEqual(treeOf(groups).groups());
        },
      ),
    );
  });
});
