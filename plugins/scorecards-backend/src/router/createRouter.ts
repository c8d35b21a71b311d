import type {
  AuditorService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { createContractRouter } from '@squadron/backend-kit';
import { scorecardsContract } from '@squadron/plugin-scorecards-common';
import type { Definitions } from '../services/Definitions';
import type { ScorecardAuthorizer } from '../services/ScorecardAuthorizer';
import { authorization } from './authorization';
import { BudgetRouteOptions, budgetRoutes } from './budgetRoutes';
import { CampaignRouteOptions, campaignRoutes } from './campaignRoutes';
import { CellRouteOptions, cellRoutes } from './cellRoutes';
import { CollectorRouteOptions, collectorRoutes } from './collectorRoutes';
import { ImportRouteOptions, importRoutes } from './importRoutes';
import { problemRoutes } from './problemRoutes';
import { ReportRouteOptions, reportRoutes } from './reportRoutes';
import { SampleDataRouteOptions, sampleDataRoutes } from './sampleDataRoutes';
import { SampleRouteOptions, sampleRoutes } from './sampleRoutes';
import { WaiverRouteOptions, waiverRoutes } from './waiverRoutes';

/** 10,000 samples or a part of a file, as JSON: a part has up to four million characters, each of up to three bytes. */
const bodyLimit = '16mb';

export interface RouterOptions
  extends
    CellRouteOptions,
    WaiverRouteOptions,
    CampaignRouteOptions,
    BudgetRouteOptions,
    ReportRouteOptions,
    SampleRouteOptions,
    SampleDataRouteOptions,
    ImportRouteOptions,
    CollectorRouteOptions {
  definitions: Definitions;
  groups: ScorecardAuthorizer;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  auditor: AuditorService;
}

/** The plugin's API. */
export function createRouter(options: RouterOptions) {
  const { httpAuth, permissions, auditor } = options;
  return createContractRouter(scorecardsContract, {
    handlers: {
      ...cellRoutes(options),
      ...problemRoutes(options),
      ...waiverRoutes(options),
      ...campaignRoutes(options),
      ...budgetRoutes(options),
      ...reportRoutes(options),
      ...sampleRoutes(options),
      ...sampleDataRoutes(options),
      ...importRoutes(options),
      ...collectorRoutes(options),
    },
    authorization,
    httpAuth,
    permissions,
    auditor,
    bodyLimit,
  });
}
