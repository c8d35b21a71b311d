import { EmptyState } from '@squadron/ui';
import styles from './NoTemplates.module.css';

const registration = `catalog:
  locations:
    - type: file
      target: ../../templates/my-service/template.yaml
      rules: [{ allow: [Template] }]`;

/** What a template is for, and how the first one comes into the portal. */
export const NoTemplates = () => (
  <div className={styles.page}>
    <EmptyState title="There are no templates yet">
      <p role="status">
        A portal that has just started is still reading them: they appear here
        by themselves.
      </p>
      <p>
        A template asks a few questions and then makes something new the way
        this organization makes it: a service with its repository, its owner and
        its place in the catalog.
      </p>
      <p>
        To add one, make a folder with a <code>template.yaml</code> under{' '}
        <code>templates/</code> and register it in <code>app-config.yaml</code>:
      </p>
      <pre className={styles.code}>{registration}</pre>
      <p>It appears here after the next start of the portal.</p>
    </EmptyState>
  </div>
);
