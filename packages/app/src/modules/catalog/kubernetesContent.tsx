import kubernetesPlugin from '@backstage/plugin-kubernetes/alpha';

/** Shows the tab on every component, so that it can say what is missing where nothing is shown yet. */
export const kubernetesContent = kubernetesPlugin
  .getExtension('entity-content:kubernetes/kubernetes')
  .override({
    factory(originalFactory) {
      return originalFactory({
        params: {
          filter: { kind: 'component' },
          loader: () =>
            import('./KubernetesTab').then(({ KubernetesTab }) => (
              <KubernetesTab />
            )),
        },
      });
    },
  });
