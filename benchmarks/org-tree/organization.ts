import type { Entity } from '@backstage/catalog-model';

/** Groups below the programme, which is what the walks go through. */
export const programmeSize = 5_000;
const divisions = 10;
const departments = 100;
const outside = 198;

function entity(kind: string, name: string, spec: object): Entity {
  const location = `benchmark:${name}`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      annotations: {
        'backstage.io/managed-by-location': location,
        'backstage.io/managed-by-origin-location': location,
      },
    },
    spec: { ...spec },
  };
}

const group = (name: string, type: string, parent?: string) =>
  entity('Group', name, {
    type,
    parent,
    children: [],
    lead: `lead-${name}`,
    responsibilities: [`Runs ${name}`, 'Answers for it'],
    kpis: [{ id: 'availability', text: 'Availability ≥ 99.9 %' }],
  });

/** 5,200 groups, 5,000 of them below one, and one person in each. */
export function makeOrganization(): Entity[] {
  const groups = [
    group('company', 'organization'),
    group('programme', 'group', 'company'),
  ];
  for (let i = 0; i < divisions; i++) {
    groups.push(group(`division-${i}`, 'division', 'programme'));
  }
  for (let i = 0; i < departments; i++) {
    groups.push(
      group(`department-${i}`, 'department', `division-${i % divisions}`),
    );
  }
  for (let i = 0; i < programmeSize - divisions - departments; i++) {
    groups.push(group(`squad-${i}`, 'squad', `department-${i % departments}`));
  }
  for (let i = 0; i < outside; i++) {
    groups.push(group(`office-${i}`, 'team', 'company'));
  }
  const people = groups.map(({ metadata: { name } }) =>
    entity('User', `lead-${name}`, {
      profile: { displayName: `Lead of ${name}` },
      memberOf: [name],
      role: 'Lead',
    }),
  );
  return [...groups, ...people];
}
