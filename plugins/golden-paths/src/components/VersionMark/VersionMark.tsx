import type { Entity } from '@backstage/catalog-model';
import { StatusMark } from '@squadron/ui';
import { useGoldenPaths } from '../../hooks/useGoldenPaths';
import { newerVersion, originOf } from '../../lib/project';

/** Whether what a golden path has made is up to date; nothing for anything else. All marks of a page share one request. */
export function VersionMark({ entity }: { entity: Entity }) {
  const { value: paths } = useGoldenPaths();
  const origin = originOf(entity);
  if (!origin || !paths) return null;
  const newer = newerVersion(origin, paths);
  if (newer) {
    return (
      <StatusMark status="at-risk">
        Outdated: {origin.version} → {newer}
      </StatusMark>
    );
  }
  const isKnown =
    origin.version && paths.some(({ ref }) => ref === origin.template);
  if (isKnown) {
    return <StatusMark status="met">{origin.version}, up to date</StatusMark>;
  }
  return (
    <StatusMark status="no-data">
      {origin.version ? 'no longer in the catalog' : 'version unknown'}
    </StatusMark>
  );
}
