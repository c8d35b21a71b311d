import { useScope } from '@squadron/plugin-org-model-react';
import { LoadingState, Page } from '@squadron/ui';
import { ComponentType, lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { NoGroups } from './NoGroups';

const Overview = lazy(() =>
  import('../Overview').then(m => ({ default: m.OverviewPage })),
);

const Kpis = lazy(() => import('../Kpis').then(m => ({ default: m.KpisPage })));
const Kpi = lazy(() => import('../Kpi').then(m => ({ default: m.KpiPage })));
const Collectors = lazy(() =>
  import('../Collectors').then(m => ({ default: m.CollectorsPage })),
);
const Import = lazy(() =>
  import('../Import').then(m => ({ default: m.ImportPage })),
);
const Reports = lazy(() =>
  import('../Reports').then(m => ({ default: m.ReportsPage })),
);
const Report = lazy(() =>
  import('../Reports').then(m => ({ default: m.ReportPage })),
);
const Waivers = lazy(() =>
  import('../Waivers').then(m => ({ default: m.WaiversPage })),
);
const Campaigns = lazy(() =>
  import('../Campaigns').then(m => ({ default: m.CampaignsPage })),
);

interface View {
  path: string;
  View: ComponentType;
  /** The id of its tab, where it is about the scope. */
  scoped?: string;
}

const views: View[] = [
  { path: '/', View: Overview, scoped: 'overview' },
  { path: '/kpis', View: Kpis, scoped: 'kpis' },
  { path: '/kpis/:kpi', View: Kpi },
  { path: '/waivers', View: Waivers, scoped: 'waivers' },
  { path: '/campaigns', View: Campaigns, scoped: 'campaigns' },
  { path: '/collectors', View: Collectors },
  { path: '/import', View: Import },
  { path: '/reports', View: Reports, scoped: 'reports' },
  { path: '/reports/:period', View: Report },
];

/** Everything below `/scorecards`; each view is loaded when it is opened. */
export function ScorecardsPage() {
  const { mine, loading, refs } = useScope();
  const isNobodys = mine && !loading && refs.length === 0;
  return (
    <Page>
      <Suspense fallback={<LoadingState label="Opening the scorecards" />}>
        <Routes>
          {views.map(({ path, View, scoped }) => (
            <Route
              key={path}
              path={path}
              element={
                scoped && isNobodys ? <NoGroups tab={scoped} /> : <View />
              }
            />
          ))}
        </Routes>
      </Suspense>
    </Page>
  );
}
