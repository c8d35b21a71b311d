import type {
  AuditorService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { createContractRouter } from '@squadron/backend-kit';
import {
  cellRoutes as cellContract,
  scorecardsContract,
  workRoutes as workContract,
} from '@squadron/plugin-scorecards-common';
import type { Definitions } from '../services/Definitions';
import { authorization } from './authorization';
import { BudgetRouteOptions, budgetRoutes } from './budgetRoutes';
import { CampaignRouteOptions, campaignRoutes } from './campaignRoutes';
import { CellRouteOptions, cellRoutes } from './cellRoutes';
import { problemRoutes } from './problemRoutes';
import { ReportRouteOptions, reportRoutes } from './reportRoutes';
import { WaiverRouteOptions, waiverRoutes } from './waiverRoutes';

/** 10,000 samples or a part of a file, as JSON. */
const bodyLimit = '10mb';

const contract = {
  ...scorecardsContract,
  routes: {
    ...cellContract,
    ...workContract,
    problems: scorecardsContract.routes.problems,
  },
};

export interface RouterOptions
  extends
    CellRouteOptions,
    WaiverRouteOptions,
    CampaignRouteOptions,
    BudgetRouteOptions,
    ReportRouteOptions {
  definitions: Definitions;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  auditor: AuditorService;
}

/** The plugin's API. */
export function createRouter(options: RouterOptions) {
  const { httpAuth, permissions, auditor } = options;
  return createContractRouter(contract, {
    handlers: {
      ...cellRoutes(options),
      ...problemRoutes(options),
      ...waiverRoutes(options),
      ...campaignRoutes(options),
      ...budgetRoutes(options),
      ...reportRoutes(options),
    },
    authorization,
    httpAuth,
    permissions,
    auditor,
    bodyLimit,
  });
}
