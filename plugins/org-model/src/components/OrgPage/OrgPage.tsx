import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { OrgChartOverlay } from '@squadron/plugin-org-model-react';
import { Page } from '@squadron/ui';
import { ReactElement, useMemo } from 'react';
import { Route, Routes, useLocation, useResolvedPath } from 'react-router-dom';
import { OrgTabsContext } from './OrgTabs';
import { StructurePage } from './StructurePage';

export interface OrgPageProps {
  overlays: OrgChartOverlay[];
  subPages: Array<{ path: string; title: string; element: ReactElement }>;
}

/** What a view hands on to another: the scope for all, the open levels and groups between chart and list. */
function query(search: string, keys: string[]): string {
  const all = new URLSearchParams(search);
  const kept = [...all].filter(([key]) => keys.includes(key));
  return kept.length > 0 ? `?${new URLSearchParams(kept)}` : '';
}

/** The organization: chart, list and the sub-pages that plugins attach. */
export function OrgPage({ overlays, subPages }: OrgPageProps) {
  const { search } = useLocation();
  const base = useResolvedPath('.').pathname.replace(/\/$/, '');
  const tabs = useMemo(() => {
    const view = query(search, ['scope', 'levels', 'open', 'shut']);
    const scope = query(search, ['scope']);
    return [
      { id: 'chart', label: 'Chart', href: `${base}${view}` },
      { id: 'list', label: 'List', href: `${base}/list${view}` },
      ...subPages.map(({ path, title }) => ({
        id: path,
        label: title,
        href: `${base}/${path}${scope}`,
      })),
    ];
  }, [base, search, subPages]);
  return (
    <OrgTabsContext.Provider value={tabs}>
      <Page>
        <Routes>
          {subPages.map(({ path, title, element }) => (
            <Route
              key={path}
              path={`${path}/*`}
              element={
                <BreadcrumbEntry
                  entry={{ label: title, href: `${base}/${path}` }}
                >
                  {element}
                </BreadcrumbEntry>
              }
            />
          ))}
          <Route
            path="list"
            element={<StructurePage kind="list" overlays={overlays} />}
          />
          <Route
            path="*"
            element={<StructurePage kind="chart" overlays={overlays} />}
          />
        </Routes>
      </Page>
    </OrgTabsContext.Provider>
  );
}
