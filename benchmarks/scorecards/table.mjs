import { batchSize, checks, components } from './organization.mjs';

const wanted = {
  verdicts: 80,
  page: 20,
  health: 15,
  push: 10_000,
  wait: 50,
  ratio: 25,
};

const ms = value => `${value.toFixed(1)} ms`;
const size = bytes => `${(bytes / 1_000).toFixed(0)} kB`;
const met = isMet => (isMet ? 'met' : 'MISSED');
const under = (value, limit) => `< ${limit} ms: ${met(value < limit)}`;

/** What was measured on one database, a row for each figure. */
export function rowsOf(database, ours, { peer, floor }) {
  const { verdicts, page, health, statements, waits, rate } = ours;
  const line = (what, { p50, p95 }, limit, more = '') => [
    `${database}: ${what}`,
    ms(p50),
    ms(p95),
    more,
    under(p95, limit),
  ];
  const read = name => `${statements[name]} statements`;
  const ratio = peer.p50 / verdicts.cold.p50;
  const cells = components * checks.length;
  return [
    [
      `${database}: peer, ${checks.length} checks of ${components} entities`,
      ms(peer.p50),
      ms(peer.p95),
      `${peer.statements} statements, ${size(peer.bytes)}`,
      '',
    ],
    line(
      `verdicts of ${cells} cells after a change`,
      verdicts.cold,
      wanted.verdicts,
      `${read('verdicts')}, ${size(verdicts.cold.bytes)}`,
    ),
    line('the same, unchanged', verdicts.warm, wanted.verdicts),
    [
      `${database}: the peer takes as many times as long`,
      ratio.toFixed(0),
      '',
      '',
      `>= ${wanted.ratio}: ${met(ratio >= wanted.ratio)}`,
    ],
    line(
      '200 rows with values after a change',
      page.cold,
      wanted.page,
      read('page'),
    ),
    line('the same, unchanged', page.warm, wanted.page),
    line(
      'company health and 90 days after a change',
      health.cold,
      wanted.health,
      read('health'),
    ),
    line('the same, unchanged', health.warm, wanted.health),
    [
      `${database}: samples pushed in a second`,
      rate.toFixed(0),
      '',
      `batches of ${batchSize}`,
      `>= ${wanted.push}: ${met(rate >= wanted.push)}`,
    ],
    [
      `${database}: rows written in a second with nothing judged`,
      floor.toFixed(0),
      '',
      `the push takes ${(floor / rate).toFixed(1)} times as long`,
      '',
    ],
    ...Object.entries(waits).map(([name, longest]) => [
      `${database}: longest wait of others (${name})`,
      ms(longest),
      '',
      '',
      `<= ${wanted.wait} ms: ${met(longest <= wanted.wait)}`,
    ]),
  ];
}

/** Prints rows of text in columns. */
export function print(rows) {
  const widths = rows[0].map((_, at) =>
    Math.max(...rows.map(row => row[at].length)),
  );
  const lines = rows.map(row =>
    row.map((cell, at) => cell.padEnd(widths[at])).join('  '),
  );
  process.stdout.write(`\n${lines.join('\n')}\n\n`);
}
