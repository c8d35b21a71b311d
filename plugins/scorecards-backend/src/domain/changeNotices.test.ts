import type { Verdict } from '@squadron/plugin-scorecards-common';
import fc from 'fast-check';
import { groupRef } from '../__testUtils__/work';
import { PendingChange, changeNotice, planChanges } from './changeNotices';

let next = 0;
function change(
  from: Verdict,
  to: Verdict,
  fields: Partial<PendingChange> = {},
): PendingChange {
  next += 1;
  return {
    id: String(next),
    kpi: 'uptime',
    entity: groupRef('squad'),
    group: groupRef('squad'),
    from,
    to,
    at: next,
    text: '98 %',
    target: '>= 99%',
    source: 'push',
    waived: false,
    ...fields,
  };
}

const told = (...changes: PendingChange[]) =>
  planChanges(changes).flatMap(({ news }) =>
    news.map(({ kind, times, change: { from, to } }) => [
      kind,
      times,
      from,
      to,
    ]),
  );

describe('planChanges', () => {
  it.each<[Verdict[], unknown[]]>([
    [['met', 'missed'], [['worse', 1, 'met', 'missed']]],
    [['met', 'at_risk'], [['worse', 1, 'met', 'at_risk']]],
    [['missed', 'met'], [['better', 1, 'missed', 'met']]],
    [['none', 'missed'], [['worse', 1, 'none', 'missed']]],
    [['none', 'met'], []],
    [['missed', 'none'], []],
    [['met', 'at_risk', 'missed'], [['worse', 2, 'met', 'missed']]],
    [['met', 'missed', 'met'], [['flapped', 2, 'met', 'met']]],
    [['none', 'met', 'none'], []],
    [['missed', 'met', 'missed', 'met'], [['better', 3, 'missed', 'met']]],
  ])('of %j tells %j', (verdicts, expected) => {
    const changes = verdicts.slice(1).map((to, i) => change(verdicts[i], to));
    expect(told(...changes)).toEqual(expected);
  });

  it('tells nobody of sample data, nor of what is waived', () => {
    expect(told(change('met', 'missed', { source: 'sample' }))).toEqual([]);
    expect(told(change('met', 'missed', { waived: true }))).toEqual([]);
  });

  it('tells a group once of everything, and each cell once', () => {
    const kpi = fc.constantFrom('a', 'b', 'c');
    const group = fc.constantFrom('x', 'y').map(groupRef);
    const verdict = fc.constantFrom<Verdict>('met', 'at_risk', 'missed');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(kpi, group, verdict), { maxLength: 30 }),
        steps => {
          const last = new Map<string, Verdict>();
          const changes = steps.flatMap(([of, entity, to]) => {
            const key = `${of} ${entity}`;
            const from = last.get(key) ?? 'met';
            last.set(key, to);
            const fields = { kpi: of, entity, group: entity };
            return from === to ? [] : [change(from, to, fields)];
          });
          const plan = planChanges(changes);
          const groups = plan.map(each => each.group);
          expect(new Set(groups).size).toBe(groups.length);
          const news = plan.flatMap(each => each.news);
          const cells = new Set(
            changes.map(each => `${each.kpi} ${each.entity}`),
          );
          expect(news).toHaveLength(cells.size);
          for (const {
            change: { kpi: of, entity, to },
          } of news) {
            expect(to).toBe(last.get(`${of} ${entity}`));
          }
        },
      ),
    );
  });
});

describe('changeNotice', () => {
  const noticeOf = (...changes: PendingChange[]) => {
    const [news] = planChanges(changes);
    return changeNotice(
      news,
      { group: 'Squad', cell: ({ kpi }) => kpi.toUpperCase() },
      7,
    );
  };

  it('goes to the owning squad with the page of its targets', () => {
    expect(noticeOf(change('met', 'missed', { id: '42' }))).toEqual({
      id: 'changes:group:default/squad:42',
      recipients: [groupRef('squad')],
      createdAt: 7,
      payload: {
        title: 'Squad: 1 target changed (1 missed)',
        description: 'UPTIME is missed: 98 %, target >= 99%',
        link: '/scorecards?scope=squad',
        severity: 'high',
        topic: 'Targets',
      },
    });
  });

  it('puts what is worse first, and says how often it changed', () => {
    const { payload } = noticeOf(
      change('missed', 'met', { kpi: 'cost' }),
      change('met', 'at_risk'),
      change('at_risk', 'met'),
      change('met', 'at_risk'),
    );
    expect(payload).toMatchObject({
      title: 'Squad: 2 targets changed (1 at risk, 1 better)',
      description:
        'UPTIME is at risk, after 3 changes: 98 %, target >= 99%\nCOST is met again: 98 %, target >= 99%',
      severity: 'normal',
    });
  });

  it('has low severity when nothing got worse', () => {
    const better = change('missed', 'met', { kpi: 'cost' });
    const fro = [change('met', 'missed'), change('missed', 'met')];
    expect(noticeOf(better).payload.severity).toBe('low');
    expect(noticeOf(...fro).payload).toMatchObject({
      title: 'Squad: 1 target changed (1 to and fro)',
      severity: 'low',
    });
  });

  it('stays short, however many targets changed', () => {
    const many = Array.from({ length: 25 }, (_, i) =>
      change('met', 'missed', { kpi: `k${i}` }),
    );
    const lines = noticeOf(...many).payload.description?.split('\n');
    expect(lines).toHaveLength(11);
    expect(lines?.at(-1)).toBe('and 15 more');
  });
});
