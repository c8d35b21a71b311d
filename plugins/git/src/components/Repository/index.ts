export { BlobPage } from './BlobPage';
export { TreePage } from './TreePage';
