/**
 * Days are integers since 1970-01-01 UTC, moments are milliseconds.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await createWaivers(knex);
  await createCampaigns(knex);
  await createNotices(knex);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('notices');
  await knex.schema.dropTable('told_cells');
  await knex.schema.dropTable('campaign_cells');
  await knex.schema.dropTable('campaign_kpis');
  await knex.schema.dropTable('campaigns');
  await knex.schema.dropTable('waivers');
};

async function createWaivers(knex) {
  await knex.schema.createTable('waivers', table => {
    table.comment(
      'That a KPI need not hold for a while; rows are never deleted',
    );
    table.string('id', 36).primary();
    table.string('kpi').notNullable();
    table.string('entity').notNullable();
    table
      .string('grp')
      .notNullable()
      .comment('Owned the entity when it was asked');
    table.text('reason').notNullable();
    table.string('state', 10).notNullable();
    table.string('requested_by').notNullable();
    table.bigInteger('requested_at').notNullable();
    table.integer('until_day').notNullable().comment('The last day of it');
    table.string('decided_by').nullable();
    table.bigInteger('decided_at').nullable();
    table.text('decision_reason').nullable();
    table.string('revoked_by').nullable();
    table.bigInteger('revoked_at').nullable();
    table.text('revocation_reason').nullable();
    table.integer('version').notNullable().comment('Counts its changes');
    table.index(['requested_at', 'id']);
    table.index(['grp', 'requested_at']);
    table.index(['state', 'until_day']);
  });
  // Knex has no word for a partial index that both databases take.
  await knex.raw(
    `create unique index waivers_open on waivers (kpi, entity) where state in ('requested', 'approved')`,
  );
}

async function createCampaigns(knex) {
  await knex.schema.createTable('campaigns', table => {
    table.string('id', 36).primary();
    table.string('title', 120).notNullable();
    table.text('description').notNullable();
    table.string('grp').notNullable().index();
    table.string('owner').notNullable();
    table.integer('from_day').notNullable();
    table.integer('due_day').notNullable();
    table
      .bigInteger('started_at')
      .nullable()
      .comment('When its cells were kept');
    table.bigInteger('closed_at').nullable();
    table.string('created_by').notNullable();
    table.bigInteger('created_at').notNullable();
    table.integer('version').notNullable().comment('Counts its changes');
  });
  await knex.schema.createTable('campaign_kpis', table => {
    table.string('campaign', 36).notNullable();
    table.string('kpi').notNullable().index();
    table.integer('place').notNullable();
    table
      .integer('fresh_days')
      .notNullable()
      .comment('Days for which a verdict counts without a new sample');
    table.primary(['campaign', 'kpi']);
  });
  await knex.schema.createTable('campaign_cells', table => {
    table.comment('The cells of a campaign as they stood when it began');
    table.string('campaign', 36).notNullable();
    table.string('kpi').notNullable();
    table.string('entity').notNullable();
    table.smallint('verdict').notNullable();
    table.smallint('freshness').notNullable();
    table.boolean('has_target').notNullable();
    table.boolean('waived').notNullable();
    table.double('weight').notNullable();
    table.double('points').nullable();
    table.primary(['campaign', 'kpi', 'entity']);
    table.index(['kpi', 'entity']);
  });
}

async function createNotices(knex) {
  await knex.schema.createTable('told_cells', table => {
    table.comment('When a squad was last told of a cell: its cool-down');
    table.string('kpi').notNullable();
    table.string('entity').notNullable();
    table.bigInteger('told_at').notNullable();
    table.primary(['kpi', 'entity']);
  });
  await knex.schema.createTable('notices', table => {
    table.comment('Notifications to be sent, each once');
    table
      .string('id')
      .primary()
      .comment('What it is about, so that two replicas write it once');
    table.text('recipients').notNullable().comment('Entity refs as JSON');
    table.text('payload').notNullable().comment('As JSON');
    table.bigInteger('created_at').notNullable();
    table
      .bigInteger('next_at')
      .nullable()
      .comment('Not before; null once sent');
    table.integer('attempts').notNullable();
    table.bigInteger('sent_at').nullable();
    table.text('problem').nullable().comment('Why the last attempt failed');
    table.index(['next_at']);
  });
}
