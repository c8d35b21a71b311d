export { GroupLink, PersonLink, type EntityLinkProps } from './EntityLink';
export { groupName, groupPath, groupRef } from './paths';
