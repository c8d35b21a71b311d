export type {
  CollectFault,
  CollectFaultKind,
  CollectRequest,
  Collected,
  CollectedKpi,
  Collector,
} from './Collector';
export {
  type ScorecardsCollectorsExtensionPoint,
  scorecardsCollectorsExtensionPoint,
} from './extensionPoint';
