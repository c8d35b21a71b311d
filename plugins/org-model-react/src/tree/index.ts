export {
  ancestorsOf,
  createOrgTree,
  descendantsOf,
  isInside,
  type OrgTree,
} from './orgTree';
export { useOrgTree } from './useOrgTree';
