import { Entity } from '@backstage/catalog-model';
import { createGroupTree } from '@squadron/plugin-org-model-react';
import { aNode } from '../../../__testUtils__/groupTree';
import { personView } from './personView';

function aUser(spec: Entity['spec'], relations: Entity['relations'] = []) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: 'ciso' },
    spec,
    relations,
  };
}

describe('personView', () => {
  it('tells home from dotted lines and names the groups led', () => {
    const tree = createGroupTree([
      aNode({ name: 'executive-team', title: 'Executive team' }),
    ]);
    const view = personView(
      aUser(
        {
          role: 'CISO',
          joinedAt: '2026-10-01',
          memberOf: ['council-security', 'group:default/executive-team'],
          home: 'executive-team',
          responsibilities: ['Keeps us safe'],
          kpis: [{ id: 'mttd', text: 'MTTD under 5 min' }],
        },
        [
          { type: 'memberOf', targetRef: 'group:default/executive-team' },
          { type: 'memberOf', targetRef: 'group:default/team-soc' },
          { type: 'leaderOf', targetRef: 'group:default/council-security' },
        ],
      ),
      tree,
    );
    expect(view).toMatchObject({
      role: 'CISO',
      joinedAt: '2026-10-01',
      responsibilities: ['Keeps us safe'],
      kpis: [{ id: 'mttd', text: 'MTTD under 5 min' }],
      home: { ref: 'group:default/executive-team', title: 'Executive team' },
      leads: [
        { ref: 'group:default/council-security', title: 'council-security' },
      ],
    });
    expect(view.also.map(({ title }) => title)).toEqual([
      'council-security',
      'team-soc',
    ]);
  });

  it('takes the role from before the comma of the title when none is written', () => {
    const profile = { displayName: 'Engineer, B-1 Compute' };
    expect(personView(aUser({ profile }), undefined).role).toBe('Engineer');
    expect(personView(aUser({}), undefined).role).toBeUndefined();
  });

  it('reads plain YAML from elsewhere without its odd fields', () => {
    const view = personView(
      aUser({ memberOf: 'squad', kpis: ['99 %'], responsibilities: [1] }),
      undefined,
    );
    expect(view).toMatchObject({ kpis: [], responsibilities: [], also: [] });
    expect(view.home).toBeUndefined();
  });
});
