import type {
  AuditorService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { createContractRouter } from '@squadron/backend-kit';
import { scorecardsContract } from '@squadron/plugin-scorecards-common';
import { authorization } from './authorization';

/** 10,000 samples or a part of a file, as JSON. */
const bodyLimit = '10mb';

const contract = {
  ...scorecardsContract,
  routes: {},
};

export interface RouterOptions {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  auditor: AuditorService;
}

/** The plugin's API. */
export function createRouter(options: RouterOptions) {
  const { httpAuth, permissions, auditor } = options;
  return createContractRouter(contract, {
    handlers: {},
    authorization,
    httpAuth,
    permissions,
    auditor,
    bodyLimit,
  });
}
