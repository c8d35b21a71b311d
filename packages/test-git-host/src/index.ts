export {
  type GitHostServer,
  type HostRequest,
  startGitHost,
} from './startGitHost';
