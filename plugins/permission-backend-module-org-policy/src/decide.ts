import { ANNOTATION_ORIGIN_LOCATION } from '@backstage/catalog-model';
import {
  AuthorizeResult,
  ConditionalPolicyDecision,
  Permission,
  PolicyDecision,
  isReadPermission,
  isResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  ORG_MODEL_ORIGIN,
  withinGroupsDecision,
} from '@squadron/plugin-org-model-node';
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

/** A task tells what its creator typed in, and what its steps wrote. */
const taskPermissions = ['scaffolder.task.read', 'scaffolder.task.cancel'];

/** Whether the decision needs the tree: what is everybody's, as most reading is, does not. */
export function needsTree(permission: Permission): boolean {
  const who = mutations[permission.name];
  const isOpen = who ? who === 'everybody' : isReadPermission(permission);
  return !isOpen || taskPermissions.includes(permission.name);
}

/** What a signed-in person may do. */
export function decide(permission: Permission, caller: Caller): PolicyDecision {
  if (taskPermissions.includes(permission.name)) return ownTasks(caller);
  const who = mutations[permission.name];
  if (who) return isMeant(who, caller) ? allow : deny;
  if (isReadPermission(permission)) return allow;
  const pluginId =
    isResourcePermission(permission) && ownedResources[permission.resourceType];
  if (!pluginId) return deny;
  const { resourceType } = permission;
  const within = withinGroupsDecision({ pluginId, resourceType, ...caller });
  const { isExecutive } = caller;
  if (!isExecutive && caller.groups.size === 0) return deny;
  if (permission.name === 'catalog.entity.delete') {
    return isExecutive ? notFromFiles() : notFromFiles(within);
  }
  return isExecutive ? allow : within;
}

/** What the organization's files define would only come back: nobody deletes it elsewhere. */
function notFromFiles(within?: ConditionalPolicyDecision): PolicyDecision {
  const resourceType = 'catalog-entity';
  const isElsewhere = {
    not: {
      rule: 'HAS_ANNOTATION',
      resourceType,
      params: {
        annotation: ANNOTATION_ORIGIN_LOCATION,
        value: ORG_MODEL_ORIGIN,
      },
    },
  };
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'catalog',
    resourceType,
    conditions: within
      ? { allOf: [within.conditions, isElsewhere] }
      : isElsewhere,
  };
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
