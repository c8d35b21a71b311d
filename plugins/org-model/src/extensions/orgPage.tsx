import AccountTreeIcon from '@material-ui/icons/AccountTree';
import {
  coreExtensionData,
  createExtensionInput,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { OrgChartOverlayBlueprint } from '@squadron/plugin-org-model-react';
import { orgRouteRef } from '../routes';

/**
 * The organization. Its own views are the chart and the list; sub-pages that
 * attach to `pages` become further tabs, and overlays put chips on the cards.
 */
export const orgPage = PageBlueprint.makeWithOverrides({
  inputs: {
    overlays: createExtensionInput([OrgChartOverlayBlueprint.dataRefs.overlay]),
  },
  factory(originalFactory, { inputs }) {
    const overlays = inputs.overlays.map(input =>
      input.get(OrgChartOverlayBlueprint.dataRefs.overlay),
    );
    const subPages = inputs.pages.map(page => ({
      path: page.get(coreExtensionData.routePath),
      title:
        page.get(coreExtensionData.title) ??
        page.get(coreExtensionData.routePath),
      element: page.get(coreExtensionData.reactElement),
    }));
    return originalFactory({
      path: '/org',
      title: 'Organization',
      icon: <AccountTreeIcon fontSize="inherit" />,
      routeRef: orgRouteRef,
      noHeader: true,
      loader: () =>
        import('../components/OrgPage').then(m => (
          <m.OrgPage overlays={overlays} subPages={subPages} />
        )),
    });
  },
});
