import {
  AuthorizeResult,
  Permission,
  PolicyDecision,
  isReadPermission,
  isResourcePermission,
} from '@backstage/plugin-permission-common';
import { withinGroupsDecision } from '@squadron/plugin-org-model-node';
import { Who, mutations, ownedResources } from './permissions';

/** What the tree says of the person who asks. */
export interface Caller {
  userRef: string;
  isLead: boolean;
  isExecutive: boolean;
  /** Refs of the groups that they may act for. */
  groups: ReadonlySet<string>;
}

const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };
const deny: PolicyDecision = { result: AuthorizeResult.DENY };

function isMeant(who: Who, { isLead, isExecutive }: Caller): boolean {
  switch (who) {
    case 'everybody':
      return true;
    case 'leads':
      return isLead || isExecutive;
    case 'executives':
      return isExecutive;
    default:
      return false;
  }
}

/** Whether the decision needs the tree: reading, and what is everybody's, does not. */
export function needsTree(permission: Permission): boolean {
  return (
    !isReadPermission(permission) && mutations[permission.name] !== 'everybody'
  );
}

/** What a signed-in person may do. */
export function decide(permission: Permission, caller: Caller): PolicyDecision {
  if (isReadPermission(permission)) return allow;
  const who = mutations[permission.name];
  if (who) return isMeant(who, caller) ? allow : deny;
  if (permission.name === 'scaffolder.task.cancel') return ownTasks(caller);
  const pluginId =
    isResourcePermission(permission) && ownedResources[permission.resourceType];
  if (!pluginId) return deny;
  if (caller.isExecutive) return allow;
  if (caller.groups.size === 0) return deny;
  const { resourceType } = permission;
  return withinGroupsDecision({ pluginId, resourceType, ...caller });
}

/** The scaffolder has a rule of its own for who started a task. */
function ownTasks({ userRef, isExecutive }: Caller): PolicyDecision {
  if (isExecutive) return allow;
  const resourceType = 'scaffolder-task';
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'scaffolder',
    resourceType,
    conditions: {
      rule: 'IS_TASK_OWNER',
      resourceType,
      params: { createdBy: [userRef] },
    },
  };
}
