/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('runs', table => {
    table.comment('Runs of collectors, of the last weeks');
    table.string('id', 36).primary();
    table.string('collector').notNullable();
    table.string('state', 10).notNullable();
    table.string('trigger').notNullable().comment('schedule, or who ran it');
    table.bigInteger('started_at').notNullable().comment('Milliseconds');
    table.bigInteger('finished_at').nullable();
    table.integer('attempts').notNullable();
    table.integer('kpis').notNullable().comment('KPIs that were asked for');
    table.integer('answered').notNullable();
    table.integer('accepted').notNullable();
    table.integer('rejected').notNullable();
    table.text('problems').notNullable().comment('JSON');
    table.index(['collector', 'started_at']);
    table.index(['started_at', 'id']);
  });
  await knex.schema.createTable('collector_leases', table => {
    table.comment('Which collectors run now; who does not renew is dead');
    table.string('collector').primary();
    table.string('run', 36).notNullable();
    table.bigInteger('until').notNullable().comment('Milliseconds');
  });
  await knex.schema.createTable('collected', table => {
    table.comment('Up to when each KPI was collected');
    table.string('kpi').primary();
    table.bigInteger('until').notNullable().comment('Milliseconds');
  });
  await knex.schema.createTable('imports', table => {
    table.comment('Uploads of CSV files with samples, of the last weeks');
    table.string('id', 36).primary();
    table.string('name', 200).notNullable();
    table.string('state', 10).notNullable().index();
    table.bigInteger('bytes').notNullable();
    table.integer('rows').notNullable();
    table.integer('progress').notNullable();
    table.text('result').notNullable().comment('JSON');
    table.text('preview').notNullable().comment('JSON');
    table.text('problem').nullable();
    table
      .text('groups')
      .nullable()
      .comment('JSON: for which groups, when work began');
    table.bigInteger('created_at').notNullable().comment('Milliseconds');
    table.string('created_by').notNullable();
    table.string('worker', 36).nullable().comment('Who works on it');
    table
      .bigInteger('worker_until')
      .nullable()
      .comment('Dead when not renewed');
    table.integer('starts').notNullable().comment('Times that work began');
  });
  await knex.schema.createTable('import_parts', table => {
    table.comment('Parts of files, until they are imported');
    table
      .string('import', 36)
      .notNullable()
      .references('id')
      .inTable('imports')
      .onDelete('CASCADE');
    table.integer('part').notNullable();
    table.text('text').notNullable();
    table.integer('bytes').notNullable();
    table.primary(['import', 'part']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('import_parts');
  await knex.schema.dropTable('imports');
  await knex.schema.dropTable('collected');
  await knex.schema.dropTable('collector_leases');
  await knex.schema.dropTable('runs');
};
