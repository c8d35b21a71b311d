export { useTick } from './useTick';
