import type {
  AuditorService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  type ContractAuthorization,
  createContractRouter,
} from '@squadron/backend-kit';
import {
  goldenPathsContract,
  goldenPathsReadPermission,
} from '@squadron/plugin-golden-paths-common';
import { type FormRouteOptions, formRoutes } from './formRoutes';
import { type MeasureRouteOptions, measureRoutes } from './measureRoutes';
import { type ProjectRouteOptions, projectRoutes } from './projectRoutes';

const authorization: ContractAuthorization<typeof goldenPathsContract> = {
  templates: goldenPathsReadPermission,
  name: goldenPathsReadPermission,
  // Which golden paths somebody may see, the catalog knows; likewise of components.
  preview: goldenPathsReadPermission,
  projectUpdate: goldenPathsReadPermission,
  // Of the group that owns the component.
  updateProject: 'in-handler',
  measures: goldenPathsReadPermission,
  measure: goldenPathsReadPermission,
};

export interface RouterOptions
  extends FormRouteOptions, ProjectRouteOptions, MeasureRouteOptions {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  auditor: AuditorService;
}

/** The plugin's API. */
export function createRouter(options: RouterOptions) {
  const { httpAuth, permissions, auditor } = options;
  return createContractRouter(goldenPathsContract, {
    handlers: {
      ...formRoutes(options),
      ...projectRoutes(options),
      ...measureRoutes(options),
    },
    authorization,
    httpAuth,
    permissions,
    auditor,
  });
}
