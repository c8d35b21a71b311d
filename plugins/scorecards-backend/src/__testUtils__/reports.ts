import type { Verdict } from '@squadron/plugin-scorecards-common';
import type { Knex } from 'knex';
import { cell, definitionsOf, directory, groupRef, kpi } from './work';
import { DatabaseCampaignStore } from '../database/DatabaseCampaignStore';
import { DatabaseHealthReadStore } from '../database/DatabaseHealthReadStore';
import { DatabaseReportStore } from '../database/DatabaseReportStore';
import { DatabaseVerdicts } from '../database/DatabaseVerdicts';
import { DatabaseWaiverStore } from '../database/DatabaseWaiverStore';
import { fromVerdict } from '../database/rows';
import { dayFrom, startOf } from '../domain/day';
import { emptyHealth } from '../domain/scoring';
import { CampaignQueries } from '../services/CampaignQueries';
import { ReportQueries } from '../services/ReportQueries';
import { TreeHistory } from '../services/TreeHistory';
import { WaiverQueries } from '../services/WaiverQueries';

const day = (text: string) => startOf(dayFrom(text));

function writersOf(verdicts: DatabaseVerdicts) {
  const healthy = (
    date: string,
    name: string,
    points: number,
    missed: number,
  ) =>
    verdicts.write(({ health }) =>
      health.put(dayFrom(date), [
        {
          ...emptyHealth,
          group: groupRef(name),
          category: '*',
          met: 10 - missed,
          missed,
          points,
          weight: 10,
          targeted: 10,
          freshTargeted: 10,
        },
      ]),
    );

  const changed = (
    at: string,
    from: Verdict,
    to: Verdict,
    name = 'squad',
    id_ = 'uptime',
  ) =>
    verdicts.write(({ changes }) =>
      changes.add([
        {
          kpi: id_,
          entity: groupRef(name),
          group: groupRef(name),
          from,
          to,
          text: '98 %',
          target: '>= 99%',
          reason: `${from} to ${to}`,
          at: Date.parse(at),
          source: 'push',
        },
      ]),
    );

  return { healthy, changed };
}

function insertersOf(knex: Knex) {
  const ran = (at: string, state: 'ok' | 'failed', collector = 'prometheus') =>
    knex('runs').insert({
      id: `${collector} ${at}`,
      collector,
      state,
      trigger: 'schedule',
      started_at: Date.parse(at),
      finished_at: Date.parse(at),
      attempts: 1,
      kpis: 1,
      answered: 1,
      accepted: 1,
      rejected: 0,
      problems: '[]',
    });

  const measured = (date: string, verdict: Verdict, name = 'squad') =>
    knex('daily').insert({
      kpi: 'uptime',
      entity: groupRef(name),
      day: dayFrom(date),
      at: day(date) + 1,
      verdict: fromVerdict(verdict),
      value: 0.98,
      bad_share: 0.02,
      sum: 2,
      count: 100,
      min: 1,
      max: 1,
    });

  return { ran, measured };
}

/** Reports of {@link tree} on 2026-11-28, and what writes their history. */
export async function reportsOf(knex: Knex) {
  const verdicts = new DatabaseVerdicts(knex);
  const waivers = new DatabaseWaiverStore(knex);
  const campaigns = new DatabaseCampaignStore(knex);
  const shared = {
    definitions: definitionsOf(
      kpi('uptime', { freshSeconds: 2 * 86_400 }),
      kpi('cost'),
    ),
    directory,
    now: () => new Date('2026-11-28T09:00:00Z'),
  };
  const reports = new ReportQueries({
    ...shared,
    reports: new DatabaseReportStore(knex),
    health: new DatabaseHealthReadStore(knex),
    history: new TreeHistory(shared),
    waivers: {
      store: waivers,
      queries: new WaiverQueries({ ...shared, store: waivers }),
    },
    campaigns: {
      store: campaigns,
      queries: new CampaignQueries({ ...shared, store: campaigns }),
    },
  });
  await verdicts.write(({ cells }) =>
    cells.put([
      cell('uptime', 'squad', { since: day('2026-11-26'), weight: 2 }),
      cell('cost', 'squad', { since: day('2026-11-25') }),
      cell('uptime', 'other', { freshness: 'stale' }),
      cell('uptime', 'far', { verdict: 'met' }),
    ]),
  );

  return {
    knex,
    waivers,
    campaigns,
    reports,
    verdicts,
    ...writersOf(verdicts),
    ...insertersOf(knex),
  };
}
