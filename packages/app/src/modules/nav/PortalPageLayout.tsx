import {
  BreadcrumbEntry,
  PageLayoutProps,
  useBreadcrumbEntries,
} from '@backstage/frontend-plugin-api';
import { PluginHeader } from '@backstage/ui';
import { useResolvedPath } from 'react-router-dom';
import { PageTabs } from './PageTabs';

/** A plugin's page below its name, its place in the portal and its sub-pages. */
export const PortalPageLayout = (props: PageLayoutProps) => {
  const { title, titleLink, tabs, children } = props;
  const parentPath = useResolvedPath('.').pathname.replace(/\/$/, '');
  const { items: breadcrumbs } = useBreadcrumbEntries();

  if (props.noHeader) {
    return <>{children}</>;
  }
  const page = (
    <>
      <section aria-label={title}>
        <PluginHeader
          title={title}
          icon={props.icon}
          titleLink={titleLink}
          breadcrumbs={breadcrumbs}
          customActions={
            <>
              {tabs && tabs.length > 1 && (
                <PageTabs tabs={tabs} parentPath={parentPath} />
              )}
              {props.headerActions}
            </>
          }
        />
      </section>
      {children}
    </>
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
