import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import {
  OrgSnapshot,
  orgSnapshotSchema,
} from '@squadron/plugin-org-model-common';
import type { Knex } from 'knex';
import type { SnapshotStore } from './SnapshotStore';

const compress = promisify(gzip);
const expand = promisify(gunzip);

interface SnapshotRow {
  day: string;
  hash: string;
}

interface BodyRow {
  hash: string;
  body: Buffer;
}

/** The same for two readings of an unchanged tree. */
function hashOf({ groups, people }: OrgSnapshot): string {
  return createHash('sha256')
    .update(JSON.stringify({ groups, people }))
    .digest('hex');
}

export class DatabaseSnapshotStore implements SnapshotStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async save(day: string, snapshot: OrgSnapshot): Promise<boolean> {
    const hash = hashOf(snapshot);
    const known = await this.#days().where({ day }).first();
    if (known?.hash === hash) return false;
    const body = await compress(JSON.stringify(snapshot));
    await this.#knex.transaction(async tx => {
      await tx<BodyRow>('org_snapshot_bodies')
        .insert({ hash, body })
        .onConflict('hash')
        .ignore();
      await tx<SnapshotRow>('org_snapshots')
        .insert({ day, hash })
        .onConflict('day')
        .merge();
      if (known) await removeUnused(tx, known.hash);
    });
    return true;
  }

  async latestAt(day: string): Promise<OrgSnapshot | undefined> {
    const row = await this.#days()
      .join(
        'org_snapshot_bodies',
        'org_snapshot_bodies.hash',
        'org_snapshots.hash',
      )
      .where('day', '<=', day)
      .orderBy('day', 'desc')
      .first<BodyRow & SnapshotRow>('day', 'body');
    if (!row) return undefined;
    const text = (await expand(row.body)).toString();
    const snapshot = orgSnapshotSchema.parse(JSON.parse(text));
    // Days share a body, whose own time is that of the first of them.
    return { ...snapshot, at: `${row.day}T23:59:59.999Z` };
  }

  async firstDay(): Promise<string | undefined> {
    const row = await this.#days().orderBy('day').first();
    return row?.day;
  }

  #days() {
    return this.#knex<SnapshotRow>('org_snapshots');
  }
}

async function removeUnused(tx: Knex.Transaction, hash: string): Promise<void> {
  await tx<BodyRow>('org_snapshot_bodies')
    .where({ hash })
    .whereNotExists(tx('org_snapshots').select(tx.raw('1')).where({ hash }))
    .delete();
}
