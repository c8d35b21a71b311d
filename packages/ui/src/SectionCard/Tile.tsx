import { SectionCard } from './SectionCard';

export interface TileProps {
  title?: string;
  Content: () => JSX.Element;
}

/** The frame of a tile on the home page. */
export function Tile({ title = '', Content }: TileProps) {
  return (
    <SectionCard title={title}>
      <Content />
    </SectionCard>
  );
}
