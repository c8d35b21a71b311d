import { createGroupTree } from '@squadron/plugin-org-model-react';
import { company } from './testing/groupTree';
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
});
