import type { Entity } from '@backstage/catalog-model';

const repositoryAnnotation = 'golden-paths.squadron/repository';

/** The name of a component's repository, where the portal keeps it. */
export function repositoryOf({ metadata }: Entity): string | undefined {
  return metadata.annotations?.[repositoryAnnotation] || undefined;
}
