import { ANNOTATION_LOCATION, type Entity } from '@backstage/catalog-model';

const repositoryAnnotation = 'golden-paths.squadron/repository';

/**
 * The name of a component's repository, where the portal keeps it. A file may name any repository: it counts
 * when the catalog has read the component from there.
 */
export function repositoryOf({ metadata }: Entity): string | undefined {
  const annotations = metadata.annotations ?? {};
  const name = annotations[repositoryAnnotation];
  const location = annotations[ANNOTATION_LOCATION] ?? '';
  return name && location.includes(`/git/${name}/blob/`) ? name : undefined;
}
