import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { type Kpi, type Verdict } from '@squadron/plugin-scorecards-common';
import { loadKpis } from '@squadron/plugin-scorecards-node';
import { kpi, ratio, target } from '../__testUtils__/kpi';
import { windowOf, isLatestOnly } from '../domain/cellState';
import { dayOf } from '../domain/day';
import { combineAll, isFault, toParts } from '../domain/parts';
import { verdictOf } from '../domain/verdict';
import { sampleHistory } from './sampleHistory';

const now = Date.parse('2026-11-28T09:40:00Z');
const days = (count: number) => count * 86_400_000;
const whole = { after: now - days(90), now, added: now };
const squad = 'group:default/a';

let defined: readonly Kpi[];

beforeAll(async () => {
  const directory = resolvePackagePath(
    '@squadron/plugin-scorecards-backend',
    '../../catalog-info/scorecards',
  );
  defined = (await loadKpis({ directory })).kpis;
});

/** How the KPI's samples make it stand, so many days before the end. */
function verdictOn(definition: Kpi, before = 0): Verdict | undefined {
  const samples = sampleHistory(definition, definition.owner, whole);
  const end = dayOf(now) - before;
  const counted = samples.filter(({ at }) => {
    const day = dayOf(Date.parse(at));
    return day <= end && day > end - windowOf(definition);
  });
  const latest = samples.filter(({ at }) => dayOf(Date.parse(at)) <= end);
  const those =
    definition.windowDays && !isLatestOnly(definition)
      ? counted
      : latest.slice(-1);
  if (those.length === 0) return undefined;
  const parts = those.map(sample => {
    const read = toParts(definition, sample);
    if (isFault(read)) throw new Error(`${definition.id}: ${read.message}`);
    return read;
  });
  const at = Date.parse(those[those.length - 1].at);
  return verdictOf(definition, combineAll(parts), at).verdict;
}

const standingOf = (id: string, before = 0) =>
  verdictOn(
    defined.find(each => each.id === id)!,
    before,
  );

describe('sampleHistory', () => {
  it('makes of every KPI samples that it takes, most of them met', () => {
    const verdicts = defined
      .map(each => verdictOn(each))
      .filter(verdict => verdict !== undefined && verdict !== 'none');
    const share = (wanted: Verdict) =>
      verdicts.filter(verdict => verdict === wanted).length / verdicts.length;
    expect(share('met')).toBeGreaterThan(0.65);
    expect(share('met')).toBeLessThan(0.85);
    expect(share('at_risk')).toBeGreaterThan(0.03);
    expect(share('missed')).toBeGreaterThan(0.05);
  });

  it('leaves some KPIs unmeasured and has others go silent', () => {
    const lastOf = (id: string) =>
      sampleHistory(
        defined.find(each => each.id === id)!,
        squad,
        whole,
      )
        .map(({ at }) => Date.parse(at))
        .at(-1);
    expect(lastOf('engineering-rto')).toBeUndefined();
    expect(now - lastOf('e-2-sso-p95')!).toBeGreaterThan(3_600_000);
    expect(now - lastOf('b-2-p95-latency')!).toBeLessThan(600_000);
  });

  it('tells stories', () => {
    expect(standingOf('d-1-isr', 7)).toBe('met');
    expect(standingOf('d-1-isr', 5)).toBe('missed');
    expect(standingOf('d-1-isr')).toBe('missed');
    expect(standingOf('b-2-p95-latency')).toBe('missed');
    expect(standingOf('a-3-doa')).toBe('at_risk');
    expect(standingOf('f-2-mttr', 30)).toBe('missed');
    expect(standingOf('f-2-mttr')).toBe('met');
    for (const id of ['d-2-freshness', 'd-2-p99-latency', 'd-2-dti']) {
      expect(standingOf(id, 30)).toBe('missed');
      expect(standingOf(id)).toBe('met');
    }
  });

  it('is the same each time, and continues where it ended', () => {
    const uptime = ratio('uptime', {
      cadenceSeconds: 300,
      windowDays: 30,
      targets: [target('>= 99.9%')],
    });
    const all = sampleHistory(uptime, squad, whole);
    expect(sampleHistory(uptime, squad, whole)).toEqual(all);
    const later = { after: now, now: now + 900_000, added: now };
    expect(sampleHistory(uptime, squad, later).map(({ at }) => at)).toEqual([
      '2026-11-28T09:45:00.000Z',
      '2026-11-28T09:50:00.000Z',
      '2026-11-28T09:55:00.000Z',
    ]);
    expect(sampleHistory(uptime, 'group:default/b', whole)).not.toEqual(all);
  });

  it('is dense where burn rates look, and once a day before', () => {
    const uptime = ratio('uptime', { cadenceSeconds: 300, windowDays: 30 });
    const times = sampleHistory(uptime, squad, whole).map(({ at }) =>
      Date.parse(at),
    );
    const within = (from: number, to: number) =>
      times.filter(at => at > now - from && at <= now - to).length;
    expect(within(3_600_000, 0)).toBe(12);
    expect(within(days(2), days(1))).toBe(48);
    expect(within(days(40), days(10))).toBe(30);
    expect(new Set(times).size).toBe(times.length);
  });

  it('counts people in small whole numbers and less on weekends', () => {
    const tickets = kpi('tickets', {
      kind: 'duration',
      unit: 'h',
      direction: 'down',
      cadenceSeconds: 3_600,
      windowDays: 30,
      targets: [target('<= 24 h')],
    });
    const samples = sampleHistory(tickets, squad, whole);
    const counted = (...weekdays: number[]) =>
      samples
        .filter(({ at }) => weekdays.includes(new Date(at).getUTCDay()))
        .reduce((sum, { count = 0 }) => sum + count, 0) / weekdays.length;
    expect(samples.every(({ count }) => Number.isInteger(count))).toBe(true);
    expect(counted(0, 6)).toBeLessThan(counted(1, 2, 3, 4, 5) / 2);
  });
});
