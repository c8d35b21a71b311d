export { GitPage } from './GitPage';
