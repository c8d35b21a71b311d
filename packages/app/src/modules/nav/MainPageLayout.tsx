import {
  BreadcrumbEntry,
  PageLayoutProps,
  useBreadcrumbEntries,
} from '@backstage/frontend-plugin-api';
import { PluginHeader } from '@backstage/ui';
import { useMemo } from 'react';
import { useResolvedPath } from 'react-router-dom';

/** A page with its header in a main landmark; a page without our header brings its own landmark. */
export const MainPageLayout = (props: PageLayoutProps) => {
  const { title, titleLink, tabs, children } = props;
  const parentPath = useResolvedPath('.').pathname.replace(/\/$/, '');
  const { items: breadcrumbs } = useBreadcrumbEntries();
  const headerTabs = useMemo(
    () =>
      tabs?.map(tab => ({
        ...tab,
        href: tab.href.startsWith('/')
          ? tab.href
          : `${parentPath}/${tab.href}`.replace(/\/{2,}/g, '/'),
        matchStrategy: 'prefix' as const,
      })),
    [tabs, parentPath],
  );

  if (props.noHeader) {
    return <>{children}</>;
  }
  const page = (
    <main>
      <PluginHeader
        title={title}
        icon={props.icon}
        titleLink={titleLink}
        breadcrumbs={breadcrumbs}
        tabs={headerTabs}
        customActions={props.headerActions}
      />
      {children}
    </main>
  );
  return title ? (
    <BreadcrumbEntry
      entry={{ label: title, href: titleLink ?? (parentPath || '/') }}
    >
      {page}
    </BreadcrumbEntry>
  ) : (
    page
  );
};
