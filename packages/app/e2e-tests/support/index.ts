export { expectAccessible } from './expectAccessible';
export { signInAs } from './signInAs';
