export { expectAccessible } from './expectAccessible';
export {
  git,
  repositoryFolder,
  versionOf,
  writeNextVersion,
} from './goldenPath';
export { signedIn } from './signedIn';
export { signInAs } from './signInAs';
