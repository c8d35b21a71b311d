export { TargetsMissed } from './TargetsMissed';
export { WaiversToDecide } from './WaiversToDecide';
