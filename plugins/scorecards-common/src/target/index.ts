export { formatTarget } from './formatTarget';
export { formatRatio, formatValue } from './formatValue';
export * from './meets';
export {
  parseTarget,
  type ParsedTarget,
  type TargetProblem,
} from './parseTarget';
export * from './target';
export * from './units';
