export * from './budgets';
export * from './campaigns';
export * from './cellAnswers';
export * from './cells';
export * from './collectors';
export * from './contract';
export * from './health';
export * from './reports';
export * from './samples';
export {
  daySchema,
  momentSchema,
  namedSchema,
  pageOf,
  pageQuery,
  refSchema,
} from './shared';
export * from './waivers';
