const {
  createIdempotencyTable,
  dropIdempotencyTable,
} = require('@squadron/backend-kit');

/**
 * Days are integers since 1970-01-01 UTC, moments are milliseconds; verdicts and freshnesses are
 * places in the lists of the contract. `sum`, `count`, `min` and `max` are the parts of a value.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await createSamples(knex);
  await createDaily(knex);
  await createCells(knex);
  await createHealth(knex);
  await createChanges(knex);
  await createMarks(knex);
  await createIdempotencyTable(knex);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await dropIdempotencyTable(knex);
  await knex.schema.dropTable('judged_kpis');
  await knex.schema.dropTable('marks');
  await knex.schema.dropTable('changes');
  await knex.schema.dropTable('dirty_days');
  await knex.schema.dropTable('group_health');
  await knex.schema.dropTable('cells');
  await knex.schema.dropTable('daily');
  await knex.schema.dropTable('corrections');
  await knex.schema.dropTable('samples');
};

/**
 * Creates a table that is stored in the order of its key: SQLite would keep the rows and the key apart,
 * and write both.
 */
async function createInKeyOrder(knex, name, build) {
  const isSqlite = /sqlite/.test(knex.client.config.client);
  const statements = knex.schema.createTable(name, build).toSQL();
  for (const { sql } of statements) {
    const isTable = /^create table/i.test(sql);
    await knex.raw(isSqlite && isTable ? `${sql} without rowid` : sql);
  }
}

function addParts(table, prefix = '') {
  for (const part of ['sum', 'count', 'min', 'max']) {
    table.double(`${prefix}${part}`).notNullable();
  }
}

async function createSamples(knex) {
  await createInKeyOrder(knex, 'samples', table => {
    table.comment('What was measured, as it came in');
    table.string('kpi').notNullable();
    table.string('entity').notNullable();
    table.bigInteger('at').notNullable();
    addParts(table);
    table.string('source').notNullable();
    table.bigInteger('received_at').notNullable();
    // A day is a range of the key, so that it needs no index of its own.
    table.primary(['kpi', 'entity', 'at']);
  });
  await knex.schema.createTable('corrections', table => {
    table.comment('Samples that came again with another value');
    table.bigIncrements('id');
    table.string('kpi').notNullable();
    table.string('entity').notNullable();
    table.bigInteger('at').notNullable();
    addParts(table, 'old_');
    addParts(table, 'new_');
    table.bigInteger('corrected_at').notNullable();
    table.string('corrected_by').notNullable();
    table.index(['kpi', 'entity', 'at']);
  });
}

async function createDaily(knex) {
  await createInKeyOrder(knex, 'daily', table => {
    table.comment(
      'What the samples of a day add up to, and how the day was judged',
    );
    table.string('kpi').notNullable();
    table.string('entity').notNullable();
    table.integer('day').notNullable();
    addParts(table);
    table
      .bigInteger('at')
      .notNullable()
      .comment('Of the latest sample of the day');
    table
      .double('value')
      .nullable()
      .comment('Of the window that ends on the day');
    table.double('bad_share').nullable();
    table.smallint('verdict').notNullable();
    table
      .double('target')
      .nullable()
      .comment('In force then, in the unit of the value');
    table.primary(['kpi', 'entity', 'day']);
  });
}

async function createCells(knex) {
  await knex.schema.createTable('cells', table => {
    table.comment('How each KPI of each entity stands now');
    table.string('kpi').notNullable();
    table.string('entity').notNullable();
    table.string('grp').notNullable().index().comment('Owns the entity');
    table.string('category', 20).notNullable();
    table.smallint('verdict').notNullable();
    table.smallint('freshness').notNullable();
    table.boolean('has_target').notNullable();
    table.double('value').nullable();
    table.double('bad_share').nullable();
    for (const part of ['sum', 'count', 'min', 'max']) {
      table.double(part).nullable().comment('Of the window that ends now');
    }
    table.text('text').nullable();
    table.text('target').nullable();
    table.bigInteger('at').nullable().comment('Of the latest sample');
    table
      .bigInteger('since')
      .nullable()
      .comment('Of the first sample with this verdict');
    table
      .bigInteger('stale_at')
      .nullable()
      .index()
      .comment('The last moment of freshness');
    table.string('source').nullable();
    table.bigInteger('waived_until').nullable();
    table.text('reason').notNullable();
    table.string('policy', 10).notNullable().comment('onNoData of the KPI');
    table.double('weight').notNullable();
    table
      .double('points')
      .nullable()
      .comment('0 to 1; null counts for nothing');
    table
      .text('problem')
      .nullable()
      .comment('What the collector said when it last failed');
    table.primary(['kpi', 'entity']);
  });
}

async function createHealth(knex) {
  await createInKeyOrder(knex, 'group_health', table => {
    table.comment('Health of each group with all that is below it, by day');
    table.integer('day').notNullable();
    table.string('grp').notNullable();
    table.string('category', 20).notNullable().comment('* is all of them');
    for (const count of [
      'met',
      'at_risk',
      'missed',
      'tracked',
      'stale',
      'error',
      'no_data',
      'waived',
      'targeted',
      'fresh_targeted',
    ]) {
      table.integer(count).notNullable();
    }
    table.double('points').notNullable();
    table.double('weight').notNullable();
    table.string('worst_ref').nullable();
    table.double('worst_score').nullable();
    table.primary(['day', 'grp', 'category']);
    table.index(['grp', 'category', 'day']);
  });
  await knex.schema.createTable('dirty_days', table => {
    table.comment('Days whose health is yet to be rolled up');
    table.integer('day').primary();
    table
      .bigInteger('version')
      .notNullable()
      .comment('The mark when it became so');
  });
}

async function createChanges(knex) {
  await knex.schema.createTable('changes', table => {
    table.comment('Changes of verdicts: what reports and notifications tell');
    table.bigIncrements('id');
    table.string('kpi').notNullable();
    table.string('entity').notNullable();
    table.string('grp').notNullable();
    table.smallint('from_verdict').notNullable();
    table.smallint('to_verdict').notNullable();
    table.text('text').nullable();
    table.text('target').nullable();
    table.text('reason').notNullable();
    table.bigInteger('at').notNullable();
    table.string('source').notNullable();
    table.bigInteger('notified_at').nullable();
    table.index(['at']);
    table.index(['kpi', 'entity', 'at']);
    table.index(['notified_at', 'id']);
  });
}

async function createMarks(knex) {
  await knex.schema.createTable('marks', table => {
    table.comment('Counters that tell whether what was read is still so');
    table.string('name', 40).primary();
    table.bigInteger('version').notNullable();
  });
  await knex.schema.createTable('judged_kpis', table => {
    table.comment('By which definition the days of each KPI were judged');
    table.string('kpi').primary();
    table.string('digest', 64).notNullable();
  });
  await knex('marks').insert({ name: 'verdicts', version: 0 });
}
