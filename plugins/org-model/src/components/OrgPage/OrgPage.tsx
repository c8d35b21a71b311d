import { OrgChartOverlay } from '@squadron/plugin-org-model-react';
import { Page } from '@squadron/ui';
import { ReactElement, useMemo } from 'react';
import { Route, Routes, useSearchParams } from 'react-router-dom';
import { OrgPageHeader } from './OrgPageHeader';
import { OrgTabsContext } from './OrgTabs';

export interface OrgPageProps {
  overlays: OrgChartOverlay[];
  subPages: Array<{ path: string; title: string; element: ReactElement }>;
}

/** The organization: chart, list and the sub-pages that plugins attach. */
export function OrgPage({ subPages }: OrgPageProps) {
  const [params] = useSearchParams();
  const scope = params.get('scope');
  const tabs = useMemo(() => {
    const query = scope ? `?scope=${encodeURIComponent(scope)}` : '';
    return [
      { id: 'chart', label: 'Chart', href: `/org${query}` },
      { id: 'list', label: 'List', href: `/org/list${query}` },
      ...subPages.map(({ path, title }) => ({
        id: path,
        label: title,
        href: `/org/${path}${query}`,
      })),
    ];
  }, [scope, subPages]);
  return (
    <OrgTabsContext.Provider value={tabs}>
      <Page>
        <Routes>
          {subPages.map(({ path, element }) => (
            <Route key={path} path={`${path}/*`} element={element} />
          ))}
          <Route path="*" element={<OrgPageHeader activeTab="chart" />} />
        </Routes>
      </Page>
    </OrgTabsContext.Provider>
  );
}
