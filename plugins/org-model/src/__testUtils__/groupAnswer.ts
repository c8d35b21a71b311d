import type { GroupAnswer, Person } from '@squadron/plugin-org-model-common';
import { aGroup } from './ownership';

/** The charter of B-1 in full, but for what a test says. */
export function aGroupAnswer(over: Partial<GroupAnswer> = {}): GroupAnswer {
  return {
    ...aGroup('squad-b-1', { title: 'B-1 Compute Platform' }),
    code: 'B-1',
    parent: 'group:default/division-1b',
    lead: 'user:default/lead-b-1',
    leadPerson: {
      ref: 'user:default/lead-b-1',
      name: 'lead-b-1',
      title: 'B-1 Lead',
      role: 'Squad Lead',
      memberOf: ['group:default/squad-b-1'],
    },
    mission: 'Compute on demand, everywhere.',
    responsibilities: ['Run the clusters'],
    outputs: ['Golden images'],
    stack: [{ text: 'Kubernetes', technology: 'tech-kubernetes' }],
    boundary: 'Stops at the network.',
    kpis: [{ id: 'availability', text: 'Availability of 99.99 %' }],
    objectives: [],
    cadences: [],
    teamDependencies: [],
    participants: [],
    lifecycle: 'active',
    roles: ['engineer'],
    onCall: true,
    source: 'Infrastructure charter, 1B',
    ancestors: [
      aGroup('company', { type: 'organization', title: 'Company' }),
      aGroup('division-1b', { type: 'division', title: '1B Core Cloud' }),
    ],
    childGroups: [
      {
        ...aGroup('unit-b-1-u-k8s', {
          type: 'unit',
          title: 'U-K8S Clusters',
          lifecycle: 'planned',
        }),
        mission: 'Clusters without toil',
      },
    ],
    dependsOn: [{ group: aGroup('squad-a-1', { title: 'A-1' }), for: 'racks' }],
    dependencyOf: [],
    rollUp: {
      descendants: 1,
      people: { direct: 3, total: 5 },
      systems: { direct: 1, total: 2 },
    },
    ...over,
  };
}

/** A person with what a test does not care about filled in. */
export function aPerson(name: string, over: Partial<Person> = {}): Person {
  return {
    ref: `user:default/${name}`,
    name,
    title: name,
    memberOf: ['group:default/squad-b-1'],
    home: 'B-1 Compute Platform',
    leads: [],
    ...over,
  };
}
