import { type Entity, RELATION_OWNED_BY } from '@backstage/catalog-model';
import {
  TEMPLATE_ANNOTATION,
  VERSION_ANNOTATION,
  isOlder,
} from '@squadron/plugin-golden-paths-common';
import type { GoldenPath } from './goldenPaths';

/** What made a component, as its annotations say. */
export interface Origin {
  /** Ref of the template. */
  template: string;
  /** Nothing when the component does not say it. */
  version?: string;
}

/** What made a component; nothing for what no golden path has made. */
export function originOf(entity: Entity): Origin | undefined {
  const annotations = entity.metadata.annotations ?? {};
  const template = annotations[TEMPLATE_ANNOTATION];
  if (!template) return undefined;
  return { template, version: annotations[VERSION_ANNOTATION] || undefined };
}

/** Whether a golden path has made an entity. */
export function isOfGoldenPath(entity: Entity): boolean {
  return originOf(entity) !== undefined;
}

/** The version that a component does not have yet; nothing when it is up to date, or nobody can tell. */
export function newerVersion(
  { template, version }: Origin,
  paths: readonly GoldenPath[],
): string | undefined {
  const now = paths.find(({ ref }) => ref === template)?.version;
  return version && now && isOlder(version, now) ? now : undefined;
}

/** Ref of the group that owns an entity. */
export function ownerOf(entity: Entity): string | undefined {
  return entity.relations?.find(({ type }) => type === RELATION_OWNED_BY)
    ?.targetRef;
}
