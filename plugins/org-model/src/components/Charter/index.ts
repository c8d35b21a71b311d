export { CharterCard } from './CharterCard';
export { LifecycleMark } from './LifecycleMark';
export { childrenTitle } from './lib/charterView';
