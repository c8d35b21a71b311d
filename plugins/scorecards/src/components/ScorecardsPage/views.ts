import { PageTab } from '@squadron/ui';
import { useMemo } from 'react';
import { useLocation } from 'react-router-dom';

const base = '/scorecards';

const views = [
  { id: 'overview', label: 'Overview', path: '' },
  { id: 'kpis', label: 'KPIs', path: '/kpis' },
  { id: 'waivers', label: 'Waivers', path: '/waivers' },
  { id: 'campaigns', label: 'Campaigns', path: '/campaigns' },
  { id: 'collectors', label: 'Collectors', path: '/collectors' },
  { id: 'reports', label: 'Reports', path: '/reports' },
];

/** The views of the page; the scope goes along from one to the other. */
export function useViews(): PageTab[] {
  const { search } = useLocation();
  return useMemo(() => {
    const scope = new URLSearchParams(search).get('scope');
    const query = scope ? `?${new URLSearchParams({ scope })}` : '';
    return views.map(({ id, label, path }) => ({
      id,
      label,
      href: `${base}${path}${query}`,
    }));
  }, [search]);
}
