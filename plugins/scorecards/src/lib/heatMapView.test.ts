import { aCell, aHealth, aRow } from '../__testUtils__/cells';
import {
  categoryField,
  cellsByGroup,
  kpisOf,
  measuredRows,
  opensByItself,
} from './heatMapView';

const division = aRow({
  ref: 'group:default/division-1b',
  title: '1B Core Cloud',
  type: 'division',
  depth: 0,
  cells: [aHealth({ met: 1, missed: 1 })],
});
const squad = aRow({ parent: division.ref });
const unit = aRow({
  ref: 'group:default/unit-b-1-u-c1',
  parent: squad.ref,
  type: 'unit',
  depth: 2,
});
const council = aRow({
  ref: 'group:default/council',
  parent: division.ref,
  type: 'council',
  cells: [null],
});
const rows = [division, squad, unit, council];

describe('measuredRows', () => {
  it('leaves out groups below which nothing is measured', () => {
    expect(measuredRows(rows, [])).toEqual([division, squad, unit]);
  });

  it('keeps groups below which a cell has one of the chosen states', () => {
    expect(measuredRows(rows, ['missed', 'at_risk'])).toEqual([division]);
  });
});

describe('opensByItself', () => {
  it('is what only holds the divisions and departments', () => {
    expect(rows.filter(opensByItself)).toEqual([division]);
    expect(opensByItself(aRow({ type: 'group', depth: 1 }))).toBe(true);
  });
});

describe('categoryField', () => {
  it('shows the value where there is one cell only', () => {
    const cell = aCell();
    const field = categoryField(squad, 0, 'availability', cellsByGroup([cell]));
    expect(field).toMatchObject({ text: '99.97 %', cell });
    expect(field?.title).toBe(
      'API uptime: 99.97 %, target ≥ 99.95%, met. 99.97 % meets ≥ 99.95%.',
    );
  });

  it('shows how many hold where there are several', () => {
    expect(
      categoryField(division, 0, 'availability', cellsByGroup([])),
    ).toMatchObject({
      text: '1/2',
      mark: { status: 'missed' },
      title: '1B Core Cloud, availability: 1 of 2 missed',
    });
  });

  it.each([
    [{ met: 1, missed: 1, tracked: 3 }, '1/2'],
    [{ met: 0, missed: 0, tracked: 3 }, '3'],
  ])('counts of %j only what has a target', (health, text) => {
    const counted = { ...division.cells[0]!, ...health };
    const row = { ...division, cells: [counted] };
    expect(categoryField(row, 0, 'availability', cellsByGroup([]))?.text).toBe(
      text,
    );
  });

  it('is empty where there is nothing to measure', () => {
    expect(
      categoryField(council, 0, 'availability', cellsByGroup([])),
    ).toBeUndefined();
  });
});

describe('kpisOf', () => {
  it('lists each KPI of a category once, by title', () => {
    const cells = [
      aCell(),
      aCell({ entity: 'group:default/squad-b-2' }),
      aCell({ kpi: 'a', title: 'A thing' }),
      aCell({ kpi: 'speed', category: 'speed' }),
    ];
    expect(kpisOf(cells, 'availability').map(({ title }) => title)).toEqual([
      'A thing',
      'API uptime',
    ]);
  });
});
