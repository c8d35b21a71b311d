import { useApi } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  EntityKubernetesContent,
  isKubernetesAvailable,
  kubernetesApiRef,
} from '@backstage/plugin-kubernetes';
import { EmptyState, ErrorState, LoadingState } from '@squadron/ui';
import { useCallback, useEffect, useState } from 'react';
import styles from './KubernetesTab.module.css';

const clusterExample = `kubernetes:
  clusterLocatorMethods:
    - type: config
      clusters:
        - name: production
          url: \${CLUSTER_URL}
          authProvider: serviceAccount
          serviceAccountToken: \${CLUSTER_TOKEN}
          caData: \${CLUSTER_CA}`;

function useClusterCount() {
  const api = useApi(kubernetesApiRef);
  const [state, setState] = useState<{ count?: number; error?: Error }>({});
  const load = useCallback(() => {
    setState({});
    api.getClusters().then(
      clusters => setState({ count: clusters.length }),
      error => setState({ error }),
    );
  }, [api]);
  useEffect(load, [load]);
  return { ...state, retry: load };
}

const NoCluster = () => (
  <EmptyState title="No cluster is connected">
    <p>
      Pods, deployments and their errors appear here as soon as the portal may
      read a cluster. Add one to <code>app-config.local.yaml</code> and start
      the portal again:
    </p>
    <pre className={styles.code}>{clusterExample}</pre>
    <p>
      The service account needs to read pods, services, deployments, replica
      sets, jobs and ingresses, and nothing else.
    </p>
  </EmptyState>
);

const NoAnnotation = (props: { name: string }) => (
  <EmptyState title="Nothing says what of this runs in Kubernetes">
    <p>
      Add this annotation to the entity, and the same value as label{' '}
      <code>backstage.io/kubernetes-id</code> to its workloads:
    </p>
    <pre className={styles.code}>
      {`metadata:\n  annotations:\n    backstage.io/kubernetes-id: ${props.name}`}
    </pre>
  </EmptyState>
);

/** What runs of a component, or what to do so that it can be seen. */
export const KubernetesTab = () => {
  const { entity } = useEntity();
  const { count, error, retry } = useClusterCount();

  if (error) {
    return (
      <ErrorState
        title="The clusters could not be read"
        error={error}
        onRetry={retry}
      />
    );
  }
  if (count === undefined) {
    return <LoadingState label="Looking for clusters" />;
  }
  if (count === 0) {
    return <NoCluster />;
  }
  if (!isKubernetesAvailable(entity)) {
    return <NoAnnotation name={entity.metadata.name} />;
  }
  return <EntityKubernetesContent />;
};
