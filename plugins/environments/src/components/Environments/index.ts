export { ActionsMenu } from './ActionsMenu';
export { Countdown } from './Countdown';
export { EnvironmentList } from './EnvironmentList';
export { PhaseMark } from './PhaseMark';
export { QuotaUses } from './QuotaUses';
export {
  useEnvironmentActions,
  type EnvironmentActions,
} from './useEnvironmentActions';
