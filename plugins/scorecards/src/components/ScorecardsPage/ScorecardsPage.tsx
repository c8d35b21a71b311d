import { LoadingState, Page } from '@squadron/ui';
import { ComponentType, lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';

const Overview = lazy(() =>
  import('../Overview').then(m => ({ default: m.OverviewPage })),
);

const views: { path: string; View: ComponentType }[] = [
  { path: '/', View: Overview },
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
