import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { JsonValue } from '@backstage/types';
import { parseAllDocuments } from 'yaml';
import {
  deletesTooMuch,
  FieldChange,
  OrgPlan,
  planChanges,
} from '../definitions/planChanges';
import { CliError, Command, Io } from './io';
import { DEFAULT_DIRECTORY, loadGoodOrg } from './loadForCli';
import { managedEntities } from './portal';

const MAX_DELETED_PERCENT = 10;

/** Says what an import of the files would change in a running portal, or against an earlier export. */
export const plan: Command = async (args, io) => {
  const { values } = parseArgs({
    args,
    options: {
      dir: { type: 'string', default: DEFAULT_DIRECTORY },
      url: { type: 'string', default: 'http://localhost:7007' },
      persona: { type: 'string' },
      token: { type: 'string' },
      against: { type: 'string' },
      force: { type: 'boolean', default: false },
    },
  });
  const { entities } = await loadGoodOrg(values.dir, io);
  const wanted = entities.map(({ entity }) => entity);
  const existing =
    values.against === undefined
      ? await managedEntities({
          url: values.url,
          token: values.token,
          persona: values.persona ?? topLead(wanted),
        })
      : await readExport(values.against, io);
  const changes = planChanges(wanted, existing);
  print(changes, io);
  if (!values.force && deletesTooMuch(changes, MAX_DELETED_PERCENT)) {
    io.err(
      `The plan deletes more than ${MAX_DELETED_PERCENT} % of the ${existing.length} entities: bring them back, or say --force if that is meant. The portal refuses the import until catalog.orgModel.maxDeletedPercent allows it.`,
    );
    return 1;
  }
  return 0;
};

/** The lead of the company asks when nobody else is named. */
function topLead(entities: Entity[]): string | undefined {
  const company = entities.find(({ spec }) => spec?.type === 'organization');
  const lead = company?.spec?.lead;
  return typeof lead === 'string' ? parseEntityRef(lead).name : undefined;
}

async function readExport(file: string, io: Io): Promise<Entity[]> {
  const text = await readFile(resolve(io.cwd, file), 'utf8').catch(() => {
    throw new CliError(
      `The export ${file} cannot be read: make one with "npm run org -- export --out ${file}".`,
    );
  });
  const entities = [...parseAllDocuments(text)].flatMap(document => {
    const value: unknown = document.errors.length > 0 ? [] : document.toJS();
    return (Array.isArray(value) ? value : [value]) as Entity[];
  });
  if (!entities.every(each => each?.kind && each.metadata?.name)) {
    throw new CliError(
      `${file} is no export: make one with "npm run org -- export --out ${file}".`,
    );
  }
  return entities;
}

function print(changes: OrgPlan, io: Io): void {
  changes.adds.forEach(entity => io.out(`+ ${describe(entity)}`));
  for (const { entity, fields } of changes.changes) {
    io.out(`~ ${describe(entity)}`);
    fields.forEach(field => io.out(`    ${describeChange(field)}`));
  }
  changes.deletions.forEach(entity => io.out(`- ${describe(entity)}`));
  io.out(
    `${changes.adds.length} to add, ${changes.changes.length} to change, ${changes.deletions.length} to delete, ${changes.unchanged} unchanged`,
  );
}

function describe({ kind, metadata }: Entity): string {
  const title = metadata.title ? ` "${metadata.title}"` : '';
  return `${kind} ${metadata.name}${title}`;
}

function describeChange({ field, before, after }: FieldChange): string {
  if (before === undefined) return `${field}: + ${short(after)}`;
  if (after === undefined) return `${field}: - ${short(before)}`;
  if (Array.isArray(before) && Array.isArray(after)) {
    const old = new Set(before.map(item => JSON.stringify(item)));
    const now = new Set(after.map(item => JSON.stringify(item)));
    const added = after.filter(item => !old.has(JSON.stringify(item)));
    const gone = before.filter(item => !now.has(JSON.stringify(item)));
    const parts = [
      ...gone.map(item => `- ${short(item)}`),
      ...added.map(item => `+ ${short(item)}`),
    ];
    return `${field}: ${parts.join(', ') || 'another order'}`;
  }
  return `${field}: ${short(before)} → ${short(after)}`;
}

function short(value: JsonValue | undefined): string {
  const text = JSON.stringify(value) ?? '';
  return text.length > 70 ? `${text.slice(0, 69)}…` : text;
}
