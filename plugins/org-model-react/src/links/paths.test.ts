import { groupName, groupPath, groupRef } from './paths';

describe('addresses of groups', () => {
  it('lead to the page of the entity', () => {
    expect(groupPath('group:default/squad-b-1')).toBe(
      '/catalog/default/group/squad-b-1',
    );
    expect(groupPath('user:default/lead-b-1')).toBe(
      '/catalog/default/user/lead-b-1',
    );
  });

  it.each([
    ['group:default/squad-b-1', 'squad-b-1'],
    ['group:other/squad-b-1', 'other/squad-b-1'],
  ])('name %s as %s and read it back', (ref, name) => {
    expect(groupName(ref)).toBe(name);
    expect(groupRef(name)).toBe(ref);
  });
});
