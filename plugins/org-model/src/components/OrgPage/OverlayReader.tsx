import {
  OrgChartOverlay,
  OrgChartReading,
} from '@squadron/plugin-org-model-react';
import { ComponentType, lazy, Suspense, useEffect } from 'react';

export interface OverlayReaderProps {
  overlay: OrgChartOverlay;
  onReading: (id: string, reading: OrgChartReading) => void;
}

type Reader = ComponentType<Pick<OverlayReaderProps, 'onReading'>>;

const readers = new WeakMap<OrgChartOverlay, Reader>();

/** The hook that an overlay brings, as a component: it may be switched on and off, which a hook may not. */
function readerOf(overlay: OrgChartOverlay): Reader {
  const known = readers.get(overlay);
  if (known) return known;
  const reader = lazy(async () => {
    const useReading = await overlay.loader();
    return {
      default: function Reading({
        onReading,
      }: Pick<OverlayReaderProps, 'onReading'>) {
        const reading = useReading();
        useEffect(() => {
          onReading(overlay.id, reading);
        }, [onReading, reading]);
        return null;
      },
    };
  });
  readers.set(overlay, reader);
  return reader;
}

/** Reads an overlay's chips while it is on. */
export function OverlayReader({ overlay, onReading }: OverlayReaderProps) {
  const Reading = readerOf(overlay);
  return (
    <Suspense fallback={null}>
      <Reading onReading={onReading} />
    </Suspense>
  );
}
