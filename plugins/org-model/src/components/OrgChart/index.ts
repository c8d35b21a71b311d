export { OrgChart, type OrgChartProps } from './OrgChart';
export type { PlacedLinks } from './ChartLines';
