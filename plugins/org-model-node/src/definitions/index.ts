export type { CompiledEntity, CompiledOrg } from './compile';
export {
  loadOrg,
  toOrgFolder,
  type LoadedOrg,
  type OrgFolder,
} from './loadOrg';
export { ORG_MODEL_ORIGIN } from './origin';
