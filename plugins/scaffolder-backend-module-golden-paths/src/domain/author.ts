export { authorOf } from '@squadron/plugin-git-node';
