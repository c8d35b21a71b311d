import {
  EntityKindPicker,
  EntityLifecyclePicker,
  EntityOwnerPicker,
  EntityTypePicker,
  UserListPicker,
} from '@backstage/plugin-catalog-react';
import { CatalogPage } from './CatalogPage';

/** What squads offer each other, with its contract. */
export const ApisPage = () => (
  <CatalogPage
    filters={[
      <EntityKindPicker key="kind" initialFilter="api" hidden />,
      <EntityTypePicker key="type" />,
      <UserListPicker key="list" initialFilter="all" />,
      <EntityOwnerPicker key="owner" />,
      <EntityLifecyclePicker key="lifecycle" />,
    ]}
  />
);
