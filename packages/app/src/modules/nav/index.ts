export { navModule } from './navModule';
export { NotFound } from './NotFound';
