export { charterPages, GENERATED_MARK, type CharterPage } from './charterPages';
export { unitAnchor } from './unitAnchor';
