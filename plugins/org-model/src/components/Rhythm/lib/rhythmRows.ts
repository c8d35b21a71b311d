import type {
  Cadence,
  GroupCadence,
  Occurrence,
  TreeNode,
} from '@squadron/plugin-org-model-common';
import { spanOf } from './when';
import { columnOf, YearGrid } from './yearGrid';

/** What the year view may be narrowed to. */
export interface RhythmFilter {
  /** All kinds when empty. */
  kinds: Cadence['kind'][];
  text: string;
}

/** One date of a cadence, or several in a row that share a column. */
export interface Mark {
  occurrence: Occurrence;
  column: number;
  /** Columns that it covers: a two-week rotation covers two. */
  span: number;
}

/** One cadence over the year. */
export interface RhythmRow {
  cadence: GroupCadence;
  marks: Mark[];
  /** Set instead of marks when it happens about every week or more often. */
  band?: { column: number; span: number; count: number };
}

/** The rows of one division, department, pod, council or other part of the tree. */
export interface RhythmSection {
  key: string;
  title: string;
  rows: RhythmRow[];
}

/** Groups of these types head their part of the tree; those of one type share a section. */
const sectionTitles = new Map([
  ['division', 'Divisions'],
  ['department', 'Departments'],
  ['pod', 'Capability pods'],
  ['council', 'Councils and boards'],
  ['team', 'Teams'],
  ['hub', 'Hubs'],
]);

/** Dates closer together than this on average are drawn as one band, so that the view stays calm. */
const BAND_GAP_DAYS = 8.5;

function matches(cadence: GroupCadence, { kinds, text }: RhythmFilter) {
  if (kinds.length && !kinds.includes(cadence.kind)) return false;
  const words = text.trim().toLocaleLowerCase('en').split(/\s+/);
  const heap = [
    cadence.title,
    cadence.groupTitle,
    cadence.rule,
    cadence.note ?? '',
    ...cadence.with,
  ]
    .join(' ')
    .toLocaleLowerCase('en');
  return words.every(word => heap.includes(word));
}

/** The cadences that a filter leaves. */
export function filterCadences(
  cadences: GroupCadence[],
  filter: RhythmFilter,
): GroupCadence[] {
  return cadences.filter(cadence => matches(cadence, filter));
}

/** How many cadences there are of each kind, for the filter's labels. */
export function countKinds(
  cadences: GroupCadence[],
): Map<Cadence['kind'], number> {
  const counts = new Map<Cadence['kind'], number>();
  for (const { kind } of cadences)
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

/** Occurrences by the cadence that they belong to. */
export function byCadence(
  occurrences: Occurrence[],
): Map<string, Occurrence[]> {
  const result = new Map<string, Occurrence[]>();
  for (const occurrence of occurrences) {
    const list = result.get(occurrence.cadence);
    if (list) list.push(occurrence);
    else result.set(occurrence.cadence, [occurrence]);
  }
  return result;
}

function toMark(occurrence: Occurrence, grid: YearGrid): Mark {
  const { start, end } = spanOf(occurrence, grid.zone);
  const column = columnOf(grid, start);
  const last = columnOf(grid, end > start ? end.minus({ seconds: 1 }) : start);
  return { occurrence, column, span: Math.max(last - column + 1, 1) };
}

/** Lays a cadence's dates on the columns of a year. */
export function toRow(
  cadence: GroupCadence,
  occurrences: Occurrence[],
  grid: YearGrid,
): RhythmRow {
  const marks = occurrences
    .map(occurrence => toMark(occurrence, grid))
    .sort((a, b) => a.column - b.column);
  const first = marks[0];
  const last = marks[marks.length - 1];
  const gaps = marks.length - 1;
  const frequent =
    gaps >= 3 && ((last.column - first.column) * 7) / gaps <= BAND_GAP_DAYS;
  if (!frequent) return { cadence, marks };
  const span = last.column + last.span - first.column;
  return {
    cadence,
    marks: [],
    band: { column: first.column, span, count: marks.length },
  };
}

/** The part of the tree under which a group's cadences are listed: the topmost division, department, … above it, or itself. */
function sectionOf(
  group: string,
  nodes: Map<string, TreeNode>,
): TreeNode | undefined {
  let found = nodes.get(group);
  const seen = new Set<string>();
  for (
    let node = found;
    node && !seen.has(node.ref);
    node = node.parent ? nodes.get(node.parent) : undefined
  ) {
    seen.add(node.ref);
    if (sectionTitles.has(node.type)) found = node;
  }
  return found;
}

/** Divisions share a section, councils share one, and so on; where there is only one of them, it gives its own name. */
function sectionName(nodes: Array<TreeNode | undefined>, fallback: string) {
  const [first] = nodes;
  const several = nodes.some(node => node?.ref !== first?.ref);
  const shared = first && sectionTitles.get(first.type);
  return (several && shared) || first?.title || fallback;
}

/** The rows of the year view, by part of the tree, in the order of the tree. */
export function rhythmSections(options: {
  cadences: GroupCadence[];
  occurrences: Map<string, Occurrence[]>;
  nodes: TreeNode[];
  grid: YearGrid;
}): RhythmSection[] {
  const nodes = new Map(options.nodes.map(node => [node.ref, node]));
  const order = new Map(options.nodes.map((node, index) => [node.ref, index]));
  const place = (ref: string) => order.get(ref) ?? Number.MAX_SAFE_INTEGER;
  const parts = new Map<string, { node?: TreeNode; row: RhythmRow }[]>();
  for (const cadence of options.cadences) {
    const node = sectionOf(cadence.group, nodes);
    const shared = node && sectionTitles.has(node.type);
    const key = shared ? node.type : (node?.ref ?? cadence.group);
    const dates = options.occurrences.get(cadence.key) ?? [];
    const row = toRow(cadence, dates, options.grid);
    parts.set(key, [...(parts.get(key) ?? []), { node, row }]);
  }
  return [...parts]
    .map(([key, members]) => ({
      key,
      title: sectionName(
        members.map(({ node }) => node),
        members[0].row.cadence.groupTitle,
      ),
      first: Math.min(...members.map(({ row }) => place(row.cadence.group))),
      rows: members
        .map(({ row }) => row)
        .sort(
          (a, b) =>
            place(a.cadence.group) - place(b.cadence.group) ||
            a.cadence.title.localeCompare(b.cadence.title, 'en'),
        ),
    }))
    .sort((a, b) => a.first - b.first)
    .map(({ key, title, rows }) => ({ key, title, rows }));
}
