import type { LoggerService } from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';
import { DatabaseBudgetStore } from '../database/DatabaseBudgetStore';
import { DatabaseCampaignStore } from '../database/DatabaseCampaignStore';
import { DatabaseCellReadStore } from '../database/DatabaseCellReadStore';
import { DatabaseHealthReadStore } from '../database/DatabaseHealthReadStore';
import { DatabaseNoticeStore } from '../database/DatabaseNoticeStore';
import { DatabasePendingChangeStore } from '../database/DatabasePendingChangeStore';
import { DatabaseReportStore } from '../database/DatabaseReportStore';
import { DatabaseVerdicts } from '../database/DatabaseVerdicts';
import { DatabaseWaiverStore } from '../database/DatabaseWaiverStore';
import { Notifier } from '../engine/Notifier';
import { ReportCaller } from '../engine/ReportCaller';
import { WorkKeeper } from '../engine/WorkKeeper';
import { BudgetQueries } from './BudgetQueries';
import { CampaignCommands } from './CampaignCommands';
import { CampaignQueries } from './CampaignQueries';
import { CampaignStart } from './CampaignStart';
import { ReportQueries } from './ReportQueries';
import type { SceneOptions } from './Scene';
import type { TreeHistory } from './TreeHistory';
import { WaiverCommands } from './WaiverCommands';
import { WaiverQueries } from './WaiverQueries';

/** What people do with what is missed, and how they are told. */
export function createWork(
  options: SceneOptions & {
    knex: Knex;
    history: TreeHistory;
    notifications: NotificationService;
    coolDownMs: number;
    logger: LoggerService;
    now: () => Date;
  },
) {
  const { knex } = options;
  const cells = new DatabaseCellReadStore(knex);
  const health = new DatabaseHealthReadStore(knex);
  const notices = new DatabaseNoticeStore(knex);
  const changes = new DatabasePendingChangeStore(knex);
  const notifier = new Notifier({ ...options, changes, notices });

  const ofWaivers = { ...options, store: new DatabaseWaiverStore(knex) };
  const waiverQueries = new WaiverQueries(ofWaivers);
  const waivers = {
    store: ofWaivers.store,
    queries: waiverQueries,
    commands: new WaiverCommands({
      ...ofWaivers,
      queries: waiverQueries,
      onNotice: () => notifier.soon(),
    }),
  };

  const verdicts = new DatabaseVerdicts(knex).read;
  const start = new CampaignStart({ ...options, verdicts });
  const ofCampaigns = { ...options, store: new DatabaseCampaignStore(knex) };
  const campaigns = {
    store: ofCampaigns.store,
    queries: new CampaignQueries(ofCampaigns),
    commands: new CampaignCommands({ ...ofCampaigns, start }),
  };

  return {
    waivers,
    campaigns,
    budgets: new BudgetQueries({
      ...options,
      budgets: new DatabaseBudgetStore(knex),
      cells,
    }),
    reports: new ReportQueries({
      ...options,
      reports: new DatabaseReportStore(knex),
      health,
      waivers,
      campaigns,
    }),
    notifier,
    keeper: new WorkKeeper({
      ...options,
      notifier,
      campaigns: campaigns.commands,
      waivers: waivers.store,
      reports: new ReportCaller({ ...options, notices, health }),
    }),
  };
}
