export {
  OrgChartOverlayBlueprint,
  type OrgChartChip,
  type OrgChartOverlay,
  type OrgChartReading,
} from './OrgChartOverlayBlueprint';
