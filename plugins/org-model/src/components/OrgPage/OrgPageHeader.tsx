import { ScopePicker } from '@squadron/plugin-org-model-react';
import { PageHeader } from '@squadron/ui';
import { ReactNode } from 'react';
import { useOrgTabs } from './OrgTabs';

export interface OrgPageHeaderProps {
  /** The tab that is open: `chart`, `list`, or the path of a sub-page. */
  activeTab: string;
  /** The one-line answer. */
  answer?: ReactNode;
  actions?: ReactNode;
}

/** The header that all views of the organization share. */
export function OrgPageHeader(props: OrgPageHeaderProps) {
  return (
    <PageHeader
      title="Organization"
      scope={<ScopePicker />}
      tabs={useOrgTabs()}
      {...props}
    />
  );
}
