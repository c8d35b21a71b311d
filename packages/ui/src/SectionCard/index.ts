export { SectionCard, type SectionCardProps } from './SectionCard';
export { Tile, type TileProps } from './Tile';
