import type { V1NetworkPolicy, V1RoleBinding } from '@kubernetes/client-node';
import { facts } from '../__testUtils__/records';
import { developerRules } from './access';
import { defaultQuota, environmentManifests } from './environment';

const make = (tags: Record<string, string> = { 'cost-center': 'cc-b1' }) =>
  environmentManifests('dev-shop', facts(), { tags, quota: defaultQuota });

function named<T>(kind: string): T {
  const found = make().contents.find(each => each.kind === kind);
  if (!found) throw new Error(`There is no ${kind}`);
  return found as T;
}

describe('the manifests of an environment', () => {
  it('are a namespace that says all that is known of it', () => {
    expect(make().namespace.metadata).toEqual({
      name: 'dev-shop',
      labels: {
        'app.kubernetes.io/managed-by': 'squadron',
        'environments.squadron/component': 'shop',
        'environments.squadron/owner': 'squad-b-1',
        'cost-center': 'cc-b1',
      },
      annotations: {
        'environments.squadron/component': 'component:default/shop',
        'environments.squadron/owner': 'group:default/squad-b-1',
        'environments.squadron/created-by': 'user:default/engineer-b-1',
        'environments.squadron/created-at': '2026-11-28T12:00:00.000Z',
        'environments.squadron/expires-at': '2026-12-01T12:00:00.000Z',
        'environments.squadron/phase': 'ready',
        'environments.squadron/warned': '',
      },
    });
  });

  it('bear the tags of costs on everything', () => {
    const kinds = make().contents.map(({ kind, metadata }) => {
      expect(metadata?.labels).toHaveProperty('cost-center', 'cc-b1');
      expect(metadata?.namespace).toBe('dev-shop');
      return kind;
    });
    expect(kinds).toEqual([
      'ResourceQuota',
      'LimitRange',
      'NetworkPolicy',
      'ServiceAccount',
      'Role',
      'RoleBinding',
    ]);
  });

  it('let nothing in or out but the namespace itself and names', () => {
    const { spec } = named<V1NetworkPolicy>('NetworkPolicy');
    expect(spec?.podSelector).toEqual({});
    expect(spec?.policyTypes).toEqual(['Ingress', 'Egress']);
    expect(spec?.ingress).toEqual([{ _from: [{ podSelector: {} }] }]);
    expect(spec?.egress?.map(({ ports }) => ports?.[0].port)).toEqual([
      undefined,
      53,
    ]);
  });

  it('give the developer a role of the namespace alone', () => {
    const { roleRef, subjects } = named<V1RoleBinding>('RoleBinding');
    expect(roleRef).toMatchObject({ kind: 'Role', name: 'developer' });
    expect(subjects).toEqual([
      { kind: 'ServiceAccount', name: 'developer', namespace: 'dev-shop' },
    ]);
  });
});

describe('what a developer may do', () => {
  it.each([
    'limitranges',
    'networkpolicies',
    'resourcequotas',
    'rolebindings',
    'roles',
    'serviceaccounts',
    'serviceaccounts/token',
  ])('is not to change %s', resource => {
    const verbs = developerRules
      .filter(({ resources }) => resources?.includes(resource))
      .flatMap(rule => rule.verbs);
    const isReading = ['get', 'list', 'watch'];
    expect(verbs.filter(verb => !isReading.includes(verb))).toEqual([]);
  });

  it('names every resource and verb', () => {
    expect(JSON.stringify(developerRules)).not.toContain('*');
  });
});

describe('a tag', () => {
  it.each(['cost-center', 'team.example.org/data-class', 'Service_2'])(
    'may be %s',
    key =>
      expect(make({ [key]: 'x' }).namespace.metadata?.labels?.[key]).toBe('x'),
  );

  it.each([
    'app.kubernetes.io/managed-by',
    'environments.squadron/owner',
    'pod-security.kubernetes.io/enforce',
    'kubernetes.io/x',
    'not a key',
    '',
    'a'.repeat(64),
  ])('may not be "%s"', key => {
    expect(() => make({ [key]: 'x' })).toThrow('cannot be the key of a tag');
  });

  it.each(['with space', 'ä', 'a'.repeat(64), '-x'])(
    'may not say "%s"',
    value => {
      expect(() => make({ service: value })).toThrow(
        'cannot be the value of the tag service',
      );
    },
  );
});
