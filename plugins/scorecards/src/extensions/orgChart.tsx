import { OrgChartOverlayBlueprint } from '@squadron/plugin-org-model-react';

/** Switches health on in the org chart. */
export const healthOverlay = OrgChartOverlayBlueprint.make({
  name: 'health',
  params: {
    title: 'Health',
    loader: () => import('../hooks/useHealthChips').then(m => m.useHealthChips),
  },
});
