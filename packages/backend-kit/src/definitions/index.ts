export * from './lastGood';
export {
  loadDefinitions,
  parseDefinitions,
  type DefinitionFile,
  type DefinitionFolder,
  type LoadedDefinitions,
} from './loadDefinitions';
export { nearest } from './nearest';
export {
  locateIn,
  placeText,
  ProblemList,
  type Locate,
  type Place,
} from './place';
export {
  formatProblem,
  hasErrors,
  sortProblems,
  type DefinitionProblem,
} from './problems';
export { PolledDefinitions } from './PolledDefinitions';
export { readFolder, type DefinitionText, type ReadLimits } from './readFolder';
export type { DefinitionPath, SourcePosition } from './source';
export { UniqueIds } from './UniqueIds';
