import {
  OrgChartChip,
  OrgChartOverlay,
  OrgChartReading,
} from '@squadron/plugin-org-model-react';
import { useCallback, useMemo, useState } from 'react';

const none: OrgChartChip[] = [];

/** Gathers what the overlays that are on say of each group. */
export function useChips(overlays: OrgChartOverlay[]) {
  const [readings, setReadings] = useState<Record<string, OrgChartReading>>({});
  const onReading = useCallback((id: string, reading: OrgChartReading) => {
    setReadings(current =>
      current[id]?.chips === reading.chips &&
      current[id]?.error === reading.error
        ? current
        : { ...current, [id]: reading },
    );
  }, []);
  const chips = useMemo(() => {
    const byRef = new Map<string, OrgChartChip[]>();
    for (const { id } of overlays) {
      for (const [ref, chip] of readings[id]?.chips ?? []) {
        byRef.set(ref, [...(byRef.get(ref) ?? []), chip]);
      }
    }
    return byRef;
  }, [overlays, readings]);
  const chipsOf = useCallback((ref: string) => chips.get(ref) ?? none, [chips]);
  const failed = overlays.filter(({ id }) => readings[id]?.error);
  return { chipsOf, onReading, failed };
}
