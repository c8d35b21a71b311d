export { HeatMap } from './HeatMap';
export type {
  HeatCell,
  HeatColumn,
  HeatMapProps,
  HeatRow,
} from './heatMapTypes';
