import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { inRepository, squadName } from './__testUtils__/organization';
import { shownText } from './__testUtils__/shownText';
import { charterPages } from './charterPages';
import { loadOrg } from './definitions';

interface Written {
  slug?: string;
  code?: string;
  [field: string]: unknown;
}

interface File {
  divisions?: { squads?: Written[] }[];
  pods?: Written[];
  teams?: Written[];
}

const directory = inRepository('catalog-info/org');

const files = readdirSync(directory)
  .filter(file => file.endsWith('.yaml'))
  .map(file => parse(readFileSync(`${directory}/${file}`, 'utf8')) as File);

const written: [string, Written][] = files.flatMap(file => [
  ...(file.divisions ?? [])
    .flatMap(({ squads = [] }) => squads)
    .map((squad): [string, Written] => [squadName(`${squad.code}`), squad]),
  ...(file.pods ?? []).map((pod): [string, Written] => [
    `pod-${pod.slug}`,
    pod,
  ]),
  ...(file.teams ?? []).map((team): [string, Written] => [
    `team-${team.slug}`,
    team,
  ]),
]);

/** Ids are for machines, and a dotted line shows where it leads. */
const unsaid = ['id', 'alsoIn'];

/** Every text below a field of a group, as its author wrote it. */
function textsOf(value: unknown, field = ''): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(each => textsOf(each, field));
  if (typeof value !== 'object' || value === null) return [];
  // The day of a cadence becomes part of a sentence.
  const skipped = 'every' in value ? [...unsaid, 'on'] : unsaid;
  return Object.entries(value)
    .filter(([key]) => !skipped.includes(key))
    .flatMap(([key, each]) => textsOf(each, key));
}

let pages: Map<string, string>;

beforeAll(async () => {
  const { entities } = await loadOrg([{ directory }]);
  pages = new Map(
    charterPages(entities).map(({ name, markdown }) => [name, markdown]),
  );
});

it('makes a page of each squad, pod and team of the files', () => {
  expect([...pages.keys()].sort()).toEqual(
    written.map(([name]) => name).sort(),
  );
});

it.each(written)(
  'says on the page of %s all that its charter says',
  (name, group) => {
    const page = shownText(pages.get(name) ?? '');
    const texts = textsOf(group);
    expect(texts.length).toBeGreaterThan(3);
    expect(texts.filter(text => !page.includes(text))).toEqual([]);
  },
);
