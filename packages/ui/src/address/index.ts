export { useSearchParam } from './useSearchParam';
