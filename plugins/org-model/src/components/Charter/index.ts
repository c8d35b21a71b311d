export { CharterCard } from './CharterCard';
export { LifecycleMark } from './LifecycleMark';
export { SectionCard, type SectionCardProps } from './SectionCard';
export { childrenTitle, hasCharter } from './lib/charterView';
