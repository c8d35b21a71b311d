export { orgModelApiRef, type OrgModelApi } from './orgModelApiRef';
export { isLead, useMe } from './useMe';
export type { Cached } from './CachedRead';
