export { orgModelApiRef, type OrgModelApi } from './orgModelApiRef';
export { useMe } from './useMe';
export type { Cached } from './CachedRead';
