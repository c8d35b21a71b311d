import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { useLoad } from '@squadron/ui';
import { useCallback, useMemo } from 'react';
import { type Choice, EntityCombobox, nameOfRef } from './EntityCombobox';

function choiceOf(entity: Entity): Choice {
  const id = stringifyEntityRef(entity);
  const name = nameOfRef(id);
  return { id, label: entity.metadata.title ?? name, description: name };
}

/** The system that what a golden path makes is a part of. */
export function ProjectSystem(field: FieldExtensionComponentProps<string>) {
  const catalog = useApi(catalogApiRef);
  const { value, error } = useLoad(
    useCallback(
      () =>
        catalog.getEntities({
          filter: { kind: 'System' },
          fields: [
            'kind',
            'metadata.name',
            'metadata.namespace',
            'metadata.title',
          ],
        }),
      [catalog],
    ),
  );
  const choices = useMemo(() => {
    if (!value) return undefined;
    return value.items
      .map(choiceOf)
      .sort((a, b) => a.label.localeCompare(b.label));
  }, [value]);
  return (
    <EntityCombobox
      field={field}
      choices={choices}
      problem={
        error &&
        'The systems cannot be read now: load the page again in a moment. What is filled in is kept.'
      }
    />
  );
}
