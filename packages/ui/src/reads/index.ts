export { cachedReadOf, useCachedRead, type Cached } from './CachedRead';
export { useLoad, type Loaded } from './useLoad';
