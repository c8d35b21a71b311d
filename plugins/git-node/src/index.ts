export { GitAddresses, type GitPlace } from './addresses';
export { GitStore, type CommitInfo, type MergeResult } from './GitStore';
export { checkRepositoryName, isRepositoryName } from './names';
export { startGit } from './runGit';
export { gitServiceRef, gitUrlReaderFactory, type GitService } from './service';
