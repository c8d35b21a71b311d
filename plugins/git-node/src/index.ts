export { addMissingFiles } from './adding';
export { GitAddresses, type GitPlace } from './addresses';
export { authorOf, type KnownPerson } from './author';
export type { CommitInfo } from './commits';
export { clearCopies, withCopy } from './copies';
export type { FileDiff } from './diff';
export { GitBrowser } from './GitBrowser';
export { GitStore, type MergeResult } from './GitStore';
export { type CommitRecord, firstCommits, latestCommits } from './history';
export { GitUpdates, type PreparedUpdate } from './GitUpdates';
export type { GitHost, HostTeam, MergeRequest } from './hosts/GitHost';
export { HostRefusal } from './hosts/HostApi';
export { readGitHost } from './hosts/readGitHost';
export { ifThere } from './ifThere';
export {
  catalogFile,
  checkRepositoryName,
  isRepositoryName,
  mainBranch,
  templateBranch,
} from './names';
export { pushUpdate } from './pushUpdate';
export { type GitAccess, pushBranches, withFetched } from './remotes';
export { startGit } from './runGit';
export {
  gitPlacesServiceRef,
  gitUrlReaderFactory,
  type GitPlaces,
  type GitService,
} from './service';
export { textOf } from './text';
export { TooLargeError } from './withinBytes';
export type { Unkept } from './unkept';
