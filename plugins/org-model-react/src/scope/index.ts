export { ScopePicker } from './ScopePicker';
export { useScope, type Scope } from './useScope';
