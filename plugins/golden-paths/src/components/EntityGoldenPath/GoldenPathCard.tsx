import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Button, Link } from '@backstage/ui';
import { SectionCard } from '@squadron/ui';
import { useState } from 'react';
import { useGoldenPaths } from '../../hooks/useGoldenPaths';
import { formPath } from '../../lib/goldenPaths';
import { newerVersion, originOf } from '../../lib/project';
import { VersionMark } from '../VersionMark';
import { DayTwo } from './DayTwo';
import styles from './EntityGoldenPath.module.css';
import { UpdateDrawer } from './UpdateDrawer';
import { useMayChange } from './useMayChange';

/** Which golden path made a component, whether there is a newer version, and what can be done next. */
export function GoldenPathCard() {
  const { entity } = useEntity();
  const { value: paths } = useGoldenPaths();
  const [isOpen, setOpen] = useState(false);
  const may = useMayChange(entity);
  const origin = originOf(entity);
  if (!origin) return null;
  const path = paths?.find(({ ref }) => ref === origin.template);
  const newer = paths && newerVersion(origin, paths);
  const mayBeOutdated = newer || (path && !origin.version);
  const component = stringifyEntityRef(entity);
  return (
    <SectionCard title="Golden path">
      <p className={styles.line}>
        {path ? (
          <Link href={formPath(path)}>{path.title}</Link>
        ) : (
          <span>{origin.template}</span>
        )}
        <VersionMark entity={entity} />
        {mayBeOutdated && (
          <Button
            size="small"
            variant="secondary"
            onPress={() => setOpen(true)}
          >
            See what changes
          </Button>
        )}
      </p>
      {paths && (
        <DayTwo may={may} component={component} origin={origin} paths={paths} />
      )}
      {isOpen && (
        <UpdateDrawer
          name={entity.metadata.name}
          component={component}
          upgrade={paths?.find(({ name }) => name === 'template-upgrade')}
          isAllowed={may.update}
          who={may.who}
          onClose={() => setOpen(false)}
        />
      )}
    </SectionCard>
  );
}
