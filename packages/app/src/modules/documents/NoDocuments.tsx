import { PageLayout } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { EmptyState } from '@squadron/ui';
import styles from './NoDocuments.module.css';

/** Nothing in the portal leads here while it has no document; an address typed does. */
export const NoDocuments = () => (
  <PageLayout title="Docs">
    <div className={styles.page}>
      <EmptyState
        title="There are no documents yet"
        actions={
          <ButtonLink variant="secondary" href="/catalog">
            Open the catalog
          </ButtonLink>
        }
      >
        <p>
          Documents lie beside the software that they describe, and this page
          lists them as soon as something in the catalog has the annotation{' '}
          <code>backstage.io/techdocs-ref</code>.
        </p>
      </EmptyState>
    </div>
  </PageLayout>
);
