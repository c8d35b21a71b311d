import {
  createExtensionBlueprint,
  createExtensionDataRef,
} from '@backstage/frontend-plugin-api';
import { Status } from '@squadron/ui';

/** What an overlay says of one group. */
export interface OrgChartChip {
  status?: Status;
  /** A few characters: `3 open`. */
  text: string;
  /** The same in a sentence, for a screen reader and the tooltip. */
  title: string;
}

/** What an overlay knows so far. */
export interface OrgChartReading {
  /** Chips by group ref. */
  chips?: ReadonlyMap<string, OrgChartChip>;
  error?: Error;
}

/** A set of chips that a person may switch on in the org chart. */
export interface OrgChartOverlay {
  id: string;
  /** On the switch: `Vacancies`. */
  title: string;
  /** Brings the hook that reads the chips of all groups at once; it runs only while the overlay is on. */
  loader: () => Promise<() => OrgChartReading>;
}

const overlayDataRef = createExtensionDataRef<OrgChartOverlay>().with({
  id: 'org-model.chart-overlay',
});

/**
 * Puts a chip on every card of the org chart: vacancies, health, cost.
 *
 * @example
 * ```tsx
 * OrgChartOverlayBlueprint.make({
 *   name: 'vacancies',
 *   params: {
 *     title: 'Vacancies',
 *     loader: () => import('./useVacancies').then(m => m.useVacancies),
 *   },
 * });
 * ```
 */
export const OrgChartOverlayBlueprint = createExtensionBlueprint({
  kind: 'org-chart-overlay',
  attachTo: { id: 'page:org-model', input: 'overlays' },
  output: [overlayDataRef],
  dataRefs: { overlay: overlayDataRef },
  *factory(params: Omit<OrgChartOverlay, 'id'>, { node }) {
    yield overlayDataRef({ ...params, id: node.spec.id });
  },
});
