export * from './cells';
export * from './collectors';
export * from './contract';
export * from './health';
export * from './samples';
export {
  daySchema,
  momentSchema,
  namedSchema,
  pageOf,
  pageQuery,
  refSchema,
} from './shared';
export * from './work';
