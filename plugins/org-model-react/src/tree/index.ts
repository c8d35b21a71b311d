export {
  ancestorsOf,
  createGroupTree,
  descendantsOf,
  isInside,
  type GroupTree,
} from './groupTree';
export { useOrgTree } from './useOrgTree';
