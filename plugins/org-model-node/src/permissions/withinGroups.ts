import {
  AuthorizeResult,
  ConditionalPolicyDecision,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import type {
  PermissionResourceRef,
  PermissionRule,
} from '@backstage/plugin-permission-node';
import { z } from 'zod/v3';

/** Name of the rule, the same for every resource type. */
export const WITHIN_GROUPS = 'WITHIN_GROUPS';

const paramsSchema = z.object({
  groups: z
    .array(z.string())
    .describe('Refs of the groups that the caller may act for'),
});

/** What the rule is given: refs of the groups that the caller may act for. */
export type WithinGroupsParams = z.infer<typeof paramsSchema>;

/**
 * The rule by which somebody may change what a group owns: they may act for its owner.
 *
 * A plugin registers one for each of its resource types that a group owns; the policy then answers
 * every mutation of such a resource with {@link withinGroupsDecision}.
 *
 * @param options.ownerOf - refs of the groups that own the resource; none means that nobody may change it
 * @param options.toQuery - the same as a filter of the store
 *
 * @example
 * ```ts
 * permissionsRegistry.addPermissionRules([
 *   createWithinGroupsRule({
 *     resourceRef: incidentResourceRef,
 *     ownerOf: incident => incident.group,
 *     toQuery: groups => ({ column: 'group', values: groups }),
 *   }),
 * ]);
 * ```
 */
export function createWithinGroupsRule<
  TResource,
  TQuery,
  TResourceType extends string,
>(options: {
  resourceRef: PermissionResourceRef<TResource, TQuery, TResourceType>;
  ownerOf: (resource: TResource) => string | readonly string[] | undefined;
  toQuery: (groups: string[]) => PermissionCriteria<TQuery>;
}): PermissionRule<TResource, TQuery, TResourceType, WithinGroupsParams> {
  return {
    name: WITHIN_GROUPS,
    description: 'Allow what is owned by a group that the caller may act for',
    resourceType: options.resourceRef.resourceType,
    paramsSchema,
    apply(resource, { groups }) {
      const owners = [options.ownerOf(resource) ?? []].flat();
      return owners.some(owner => groups.includes(owner));
    },
    toQuery: ({ groups }) => options.toQuery(groups),
  };
}

/** The decision of a policy: allowed where a group owns the resource that the caller may act for. */
export function withinGroupsDecision(options: {
  pluginId: string;
  resourceType: string;
  groups: Iterable<string>;
}): ConditionalPolicyDecision {
  const { pluginId, resourceType } = options;
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId,
    resourceType,
    conditions: {
      rule: WITHIN_GROUPS,
      resourceType,
      params: { groups: [...options.groups] },
    },
  };
}
