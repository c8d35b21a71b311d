export { orgModelPlugin as default } from './plugin';
