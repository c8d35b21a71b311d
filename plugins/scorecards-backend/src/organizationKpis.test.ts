import { existsSync, readFileSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { charterSchema } from '@squadron/plugin-org-model-common';
import { loadOrg } from '@squadron/plugin-org-model-node';
import { Kpi } from '@squadron/plugin-scorecards-common';
import {
  CompiledKpis,
  kpiJsonSchema,
  loadKpis,
  SCORECARDS_SCHEMA_FILE,
} from '@squadron/plugin-scorecards-node';
import documents from './fixtures/documents.json';

/** What a document asks for; without `value` it names the KPI alone. */
interface DocumentedKpi {
  document: string;
  section: string;
  name: string;
  text: string;
  op?: string;
  value?: string;
  unit?: string;
  per?: string;
  of?: string;
  share?: string;
  squad?: string;
}

const documented: DocumentedKpi[] =
  Object.values<DocumentedKpi[]>(documents).flat();

const inRepository = (path: string) =>
  resolvePackagePath('@squadron/plugin-scorecards-backend', '../..', path);

let entities: Entity[];
let loaded: CompiledKpis;

beforeAll(async () => {
  const org = await loadOrg([{ directory: inRepository('catalog-info/org') }]);
  entities = org.entities.map(({ entity }) => entity);
  loaded = await loadKpis(
    { directory: inRepository('catalog-info/scorecards') },
    new Set(entities.map(entity => stringifyEntityRef(entity))),
  );
});

/** Words that tell a KPI from others, in whatever order and case. */
const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter(
    word => !['for', 'and', 'that', 'the'].includes(word),
  );

/** The one definition of what a document asks for. */
function definitionOf(asked: DocumentedKpi): Kpi {
  const candidates = loaded.kpis.filter(
    ({ document, owner }) =>
      document.title === asked.document &&
      document.section?.includes(asked.section) &&
      (!asked.squad ||
        owner === `group:default/squad-${asked.squad.toLowerCase()}`),
  );
  const exact = candidates.filter(
    ({ text }) => text.toLowerCase() === asked.name.toLowerCase(),
  );
  const wanted = wordsOf(asked.name);
  const close = candidates.filter(({ text }) => {
    const words = wordsOf(text);
    return wanted.every(word => words.includes(word));
  });
  const found = exact.length > 0 ? exact : close;
  if (found.length !== 1) {
    throw new Error(
      `${asked.document}, ${asked.section}: "${asked.name}" is defined ${found.length} times`,
    );
  }
  return found[0];
}

/** The sign of a figure that stands without one: docs/decisions/0007-targets-that-differ.md. */
function usualOp({ value, unit = '', of }: DocumentedKpi): string {
  if (['h', 'min', 'business d'].includes(unit)) return '<=';
  const isWhole = value === '0' || (value === '100' && unit === '%');
  return isWhole && !of ? '=' : '>=';
}

describe('the KPIs of the documents', () => {
  it('are as many as the documents have', () => {
    expect(
      Object.fromEntries(
        Object.entries(documents).map(([name, items]) => [name, items.length]),
      ),
    ).toEqual({
      squads: 74,
      objectives: 2,
      roles: 25,
      service: 8,
      longTerm: 6,
      keyResults: 9,
      observability: 1,
      operations: 5,
      security: 6,
    });
  });

  it.each(documented)(
    'have the op, value and unit of "$text" ($section $squad)',
    asked => {
      const targets = definitionOf(asked).targets.map(
        ({ op, value, unit, per, of, share }) => ({
          ...{ op, value, unit, per, of, share },
        }),
      );
      const { value, unit, per, of, share } = asked;
      const op = asked.op ?? usualOp(asked);
      const stated = expect.arrayContaining([
        { op, value, unit, per, of, share },
      ]);
      expect(targets).toEqual(value === undefined ? [] : stated);
    },
  );
});

describe('the KPIs of the charters', () => {
  /** Owners in an id: the group by its code, or the role. */
  const ownersOf = ({ kind, metadata, spec }: Entity): string =>
    kind === 'User'
      ? metadata.name.replace(/-(security-compliance|customer-success)$/, '')
      : metadata.name.replace(
          new RegExp(`^(squad|${String(spec?.type)})-`),
          '',
        );

  it('are defined once each, with the same text', () => {
    const charters = entities
      .filter(({ kind }) => kind === 'Group' || kind === 'User')
      .flatMap(entity => {
        const { kpis, objectives } = charterSchema.parse(entity.spec);
        const results = objectives.flatMap(({ keyResults }) => keyResults);
        const pods = entity.spec?.type === 'pod' ? results : [];
        return [...kpis, ...pods].map(({ id, text }) => [
          `${ownersOf(entity)}-${id}`,
          text,
        ]);
      });
    const defined = new Map(loaded.kpis.map(({ id, text }) => [id, text]));
    expect(charters.length).toBeGreaterThan(100);
    expect(charters.map(([id]) => [id, defined.get(id)])).toEqual(charters);
  });
});

describe('the definitions', () => {
  it('have no fault', () => {
    expect(loaded.problems).toEqual([]);
  });

  it('say where they come from and what to do', () => {
    const silent = loaded.kpis.filter(
      ({ runbook, document }) => !runbook || !document.section,
    );
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it('lead to runbooks that there are', () => {
    const missing = loaded.kpis
      .map(({ runbook = '' }) => runbook)
      .map(runbook =>
        runbook
          .replace(
            /^\/docs\/default\/system\/(.+)\/$/,
            'docs/squads/$1/docs/index.md',
          )
          .replace(
            /^\/docs\/default\/component\/squadron\/(.+)\/$/,
            'docs/$1.md',
          ),
      )
      .filter(path => !existsSync(inRepository(path)));
    expect([...new Set(missing)]).toEqual([]);
  });

  it('cover every category', () => {
    expect(new Set(loaded.kpis.map(({ category }) => category)).size).toBe(7);
  });

  it('leave no squad without a KPI', () => {
    const squads = entities.filter(({ spec }) => spec?.type === 'squad');
    const owners = new Set(loaded.kpis.map(({ owner }) => owner));
    const without = squads
      .filter(({ kind }) => kind === 'Group')
      .map(entity => stringifyEntityRef(entity))
      .filter(ref => !owners.has(ref));
    expect(without).toEqual([]);
  });

  it('have a schema for editors that is up to date', () => {
    const path = `catalog-info/scorecards/${SCORECARDS_SCHEMA_FILE}`;
    expect(JSON.parse(readFileSync(inRepository(path), 'utf8'))).toEqual(
      kpiJsonSchema(),
    );
  });
});
