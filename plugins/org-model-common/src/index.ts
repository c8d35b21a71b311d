export * from './charter';
export * from './contract';
export * from './permissions';
export * from './relations';
export { roleInTitle } from './role';
export * from './snapshot';
export { toGroupRef, toUserRef } from './groupRef';
export * from './tree';
export * from './cadence';
