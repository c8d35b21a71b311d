import { Link } from '@backstage/ui';
import { EmptyState, LoadingState, Page } from '@squadron/ui';
import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes, useParams } from 'react-router-dom';
import { repositoryPath } from '../../lib/paths';

const Repositories = lazy(() =>
  import('../Repositories').then(m => ({ default: m.RepositoriesPage })),
);
const Tree = lazy(() =>
  import('../Repository').then(m => ({ default: m.TreePage })),
);
const Blob = lazy(() =>
  import('../Repository').then(m => ({ default: m.BlobPage })),
);

function ToRoot() {
  const { name = '' } = useParams();
  return <Navigate to={repositoryPath(name)} replace />;
}

function NoPage() {
  return (
    <EmptyState
      title="There is no such page"
      actions={<Link href="/git">Repositories</Link>}
    >
      No part of a repository has this address: choose the repository from the
      list.
    </EmptyState>
  );
}

/** Everything below `/git`; each view is loaded when it is opened. */
export function GitPage() {
  return (
    <Page>
      <Suspense fallback={<LoadingState label="Opening the repositories" />}>
        <Routes>
          <Route path="/" element={<Repositories />} />
          <Route path="/:name" element={<ToRoot />} />
          <Route path="/:name/tree/:ref/*" element={<Tree />} />
          <Route path="/:name/blob/:ref/*" element={<Blob />} />
          <Route path="*" element={<NoPage />} />
        </Routes>
      </Suspense>
    </Page>
  );
}
