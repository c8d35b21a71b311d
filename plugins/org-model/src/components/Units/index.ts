export { UnitsCard } from './UnitsCard';
