export { CharterCard } from './CharterCard';
export { LifecycleMark } from './LifecycleMark';
export { childrenTitle, hasCharter } from './lib/charterView';
