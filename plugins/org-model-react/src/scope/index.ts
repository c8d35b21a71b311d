export { NoGroupsState } from './NoGroupsState';
export { ScopePicker } from './ScopePicker';
export { useScope, type Scope } from './useScope';
export { useScopeRoots, type ScopeRoots } from './useScopeRoots';
