import { createGroupTree } from '@squadron/plugin-org-model-react';
import { company } from '../__testUtils__/groupTree';
import { groupsTable } from './groupsCsv';

describe('groupsTable', () => {
  it('has a row for each group, with its way from the top and its figures', () => {
    const { header, rows } = groupsTable(createGroupTree(company), company);
    expect(rows).toHaveLength(company.length);
    expect(rows.every(row => row.length === header.length)).toBe(true);
    const squad = Object.fromEntries(
      header.map((name, at) => [name, rows[4][at]]),
    );
    expect(squad).toMatchObject({
      Code: 'B-1',
      Parent: '1B Cloud',
      Path: 'Company / 1B Cloud',
      'People (all)': 0,
      Ref: 'group:default/squad-b-1',
    });
  });

  it('names the lead of a unit and the squad that the lead comes through', () => {
    const unit = {
      ...company[5],
      leadTitle: 'Boss',
      leadThrough: 'B-1 Compute',
    };
    const { header, rows } = groupsTable(createGroupTree(company), [unit]);
    expect(rows[0][header.indexOf('Lead')]).toBe('Boss');
    expect(rows[0][header.indexOf('Lead through')]).toBe('B-1 Compute');
  });
});
