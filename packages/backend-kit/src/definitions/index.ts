export * from './lastGood';
export {
  loadDefinitions,
  parseDefinitions,
  type DefinitionFile,
  type LoadedDefinitions,
} from './loadDefinitions';
export { nearest } from './nearest';
export {
  formatProblem,
  hasErrors,
  sortProblems,
  type DefinitionProblem,
} from './problems';
export { readFolder, type DefinitionText, type ReadLimits } from './readFolder';
export type { DefinitionPath, SourcePosition } from './source';
