export { GitAddresses, type GitPlace } from './addresses';
export type { CommitInfo } from './commits';
export type { FileDiff } from './diff';
export { GitBrowser } from './GitBrowser';
export { GitStore, type MergeResult } from './GitStore';
export { GitUpdates, type PreparedUpdate } from './GitUpdates';
export { checkRepositoryName, isRepositoryName } from './names';
export { startGit } from './runGit';
export { gitServiceRef, gitUrlReaderFactory, type GitService } from './service';
