import { LoadingState, Page } from '@squadron/ui';
import { ComponentType, lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';

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

const views: { path: string; View: ComponentType }[] = [
  { path: '/', View: Overview },
  { path: '/kpis', View: Kpis },
  { path: '/kpis/:kpi', View: Kpi },
  { path: '/waivers', View: Waivers },
  { path: '/campaigns', View: Campaigns },
  { path: '/collectors', View: Collectors },
  { path: '/import', View: Import },
  { path: '/reports', View: Reports },
  { path: '/reports/:period', View: Report },
];

/** Everything below `/scorecards`; each view is loaded when it is opened. */
export function ScorecardsPage() {
  return (
    <Page>
      <Suspense fallback={<LoadingState label="Opening the scorecards" />}>
        <Routes>
          {views.map(({ path, View }) => (
            <Route key={path} path={path} element={<View />} />
          ))}
        </Routes>
      </Suspense>
    </Page>
  );
}
