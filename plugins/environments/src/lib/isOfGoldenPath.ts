import type { Entity } from '@backstage/catalog-model';

const templateAnnotation = 'golden-paths.squadron/template';

/** Whether a golden path has made a component. */
export function isOfGoldenPath({ metadata }: Entity): boolean {
  return metadata.annotations?.[templateAnnotation] !== undefined;
}
