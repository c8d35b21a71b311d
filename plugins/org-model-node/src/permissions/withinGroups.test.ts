import {
  createConditionAuthorizer,
  createConditionTransformer,
  createPermissionResourceRef,
} from '@backstage/plugin-permission-node';
import {
  WITHIN_GROUPS,
  createWithinGroupsRule,
  withinGroupsDecision,
} from './withinGroups';

interface Budget {
  owners?: string | string[];
}

const resourceRef = createPermissionResourceRef<
  Budget,
  { column: string; values: string[] }
>().with({ pluginId: 'finops', resourceType: 'budget' });

const rule = createWithinGroupsRule({
  resourceRef,
  ownerOf: budget => budget.owners,
  toQuery: groups => ({ column: 'owner', values: groups }),
});
const ruleset = { getRuleByName: () => rule };

const decision = withinGroupsDecision({
  pluginId: 'finops',
  resourceType: 'budget',
  groups: new Set(['group:default/a', 'group:default/b']),
});

describe('WITHIN_GROUPS', () => {
  const isAllowed = (owners: Budget['owners']) =>
    createConditionAuthorizer<Budget>(ruleset)(decision, { owners });

  it('allows what one of the groups owns', () => {
    expect(isAllowed('group:default/a')).toBe(true);
    expect(isAllowed(['group:default/z', 'group:default/b'])).toBe(true);
  });

  it('allows nothing else, and nothing that nobody owns', () => {
    expect(isAllowed('group:default/z')).toBe(false);
    expect(isAllowed([])).toBe(false);
    expect(isAllowed(undefined)).toBe(false);
  });

  it('becomes a filter of the store', () => {
    expect(createConditionTransformer(ruleset)(decision.conditions)).toEqual({
      column: 'owner',
      values: ['group:default/a', 'group:default/b'],
    });
  });

  it('has one name for every type of resource, and refuses other parameters', () => {
    expect(rule.name).toBe(WITHIN_GROUPS);
    expect(rule.resourceType).toBe('budget');
    const wrong = {
      ...decision,
      conditions: { ...decision.conditions, params: { groups: 'all' } },
    };
    expect(() => createConditionAuthorizer<Budget>(ruleset)(wrong, {})).toThrow(
      /Parameters to rule are invalid/,
    );
  });
});
