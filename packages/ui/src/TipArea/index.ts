export { TipArea } from './TipArea';
