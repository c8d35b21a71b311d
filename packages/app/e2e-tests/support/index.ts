export { expectAccessible } from './expectAccessible';
export { git, repositoryFolder, writeNextVersion } from './goldenPath';
export { signedIn } from './signedIn';
export { signInAs } from './signInAs';
