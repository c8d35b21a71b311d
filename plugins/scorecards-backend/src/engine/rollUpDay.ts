import type { OrgTree } from '@squadron/plugin-org-model-common';
import type { VerdictDatabase } from '../database/VerdictDatabase';
import { ALL_CATEGORIES, StoredHealth } from '../database/HealthStore';
import {
  HealthCount,
  addHealth,
  isSameHealth,
  rollUpHealth,
} from '../domain/scoring';

const groupsAtOnce = 100;

/** Counts of each group's own cells, by category. */
export class OwnHealth {
  readonly #counts = new Map<
    StoredHealth['category'],
    Map<string, HealthCount>
  >();

  add(
    group: string,
    category: StoredHealth['category'],
    count: HealthCount,
  ): void {
    for (const each of [category, ALL_CATEGORIES] as const) {
      let own = this.#counts.get(each);
      if (!own) {
        own = new Map();
        this.#counts.set(each, own);
      }
      const before = own.get(group);
      own.set(group, before ? addHealth(before, count) : count);
    }
  }

  /** Health of each group with what is below it, by group. */
  rollUp(tree: OrgTree): Map<string, StoredHealth[]> {
    const rows = new Map<string, StoredHealth[]>();
    for (const [category, own] of this.#counts) {
      for (const [group, health] of rollUpHealth(tree, own)) {
        const row = { ...health, group, category };
        const others = rows.get(group);
        if (others) others.push(row);
        else rows.set(group, [row]);
      }
    }
    return rows;
  }
}

const nameOf = ({ group, category }: StoredHealth) => `${group} ${category}`;

/** Writes the health of a day; rows that are so already are left alone. */
export async function saveHealth(
  database: VerdictDatabase,
  day: number,
  rows: ReadonlyMap<string, StoredHealth[]>,
): Promise<void> {
  const { health } = database.read;
  const groups = new Set([...rows.keys(), ...(await health.groupsOf(day))]);
  const all = [...groups].sort();
  for (let from = 0; from < all.length; from += groupsAtOnce) {
    const chunk = all.slice(from, from + groupsAtOnce);
    const known = new Map(
      (await health.ofDay(day, chunk)).map(row => [nameOf(row), row]),
    );
    const wanted = chunk.flatMap(group => rows.get(group) ?? []);
    const puts = wanted.filter(row => {
      const before = known.get(nameOf(row));
      known.delete(nameOf(row));
      return !before || !isSameHealth(before, row);
    });
    if (puts.length + known.size === 0) continue;
    await database.write(async stores => {
      await stores.health.put(day, puts);
      await stores.health.remove(day, [...known.values()]);
    });
  }
}
