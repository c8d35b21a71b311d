import type { ContractAuthorization } from '@squadron/backend-kit';
import {
  scorecardsCollectorRunPermission,
  scorecardsContract,
  scorecardsReadPermission,
  scorecardsSampleDataManagePermission,
  scorecardsWaiverDecidePermission,
} from '@squadron/plugin-scorecards-common';

/**
 * Who may call what. Where a group owns what is changed, only the handler knows the group, and asks
 * `ScorecardAuthorizer`.
 */
export const authorization: ContractAuthorization<typeof scorecardsContract> = {
  kpis: scorecardsReadPermission,
  kpi: scorecardsReadPermission,
  scorecard: scorecardsReadPermission,
  health: scorecardsReadPermission,
  matrix: scorecardsReadPermission,
  series: scorecardsReadPermission,
  entities: scorecardsReadPermission,
  exportCsv: scorecardsReadPermission,
  nextToFix: scorecardsReadPermission,
  leaderboard: scorecardsReadPermission,
  problems: scorecardsReadPermission,
  pushSamples: 'in-handler',
  dryRunSamples: 'in-handler',
  evaluate: scorecardsCollectorRunPermission,
  addSampleData: scorecardsSampleDataManagePermission,
  removeSampleData: scorecardsSampleDataManagePermission,
  startImport: 'in-handler',
  uploadPart: 'in-handler',
  checkImport: 'in-handler',
  runImport: 'in-handler',
  cancelImport: 'in-handler',
  import: scorecardsReadPermission,
  collectors: scorecardsReadPermission,
  runs: scorecardsReadPermission,
  runCollector: scorecardsCollectorRunPermission,
  waivers: scorecardsReadPermission,
  waiver: scorecardsReadPermission,
  requestWaiver: 'in-handler',
  approveWaiver: scorecardsWaiverDecidePermission,
  denyWaiver: scorecardsWaiverDecidePermission,
  revokeWaiver: 'in-handler',
  campaigns: scorecardsReadPermission,
  campaign: scorecardsReadPermission,
  startCampaign: 'in-handler',
  changeCampaign: 'in-handler',
  closeCampaign: 'in-handler',
  errorBudgets: scorecardsReadPermission,
  report: scorecardsReadPermission,
  reportCsv: scorecardsReadPermission,
};
