export type { OrgModelService, TreeRequest } from './OrgModelService';
export { orgModelServiceRef } from './orgModelServiceRef';
