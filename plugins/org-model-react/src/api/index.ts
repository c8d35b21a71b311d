export { orgModelApiRef, type OrgModelApi } from './orgModelApiRef';
export { isLead, useMe } from './useMe';
