export { type SlugOptions, slugOf } from './slug.ts';
