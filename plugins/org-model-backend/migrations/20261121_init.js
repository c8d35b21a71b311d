/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('org_snapshot_bodies', table => {
    table.comment('The tree at some moment, once for each content');
    table.string('hash', 64).primary().comment('SHA-256 of groups and people');
    table
      .binary('body')
      .notNullable()
      .comment('The snapshot as compressed JSON');
  });
  await knex.schema.createTable('org_snapshots', table => {
    table.comment('How the tree was at the end of each day, UTC');
    table.string('day', 10).primary().comment('YYYY-MM-DD');
    table
      .string('hash', 64)
      .notNullable()
      .references('hash')
      .inTable('org_snapshot_bodies')
      .index();
  });
  await knex.schema.createTable('calendar_feeds', table => {
    table.comment(
      'Calendar feeds that people have made; revoked ones are gone',
    );
    table.string('id', 36).primary();
    table.string('user_ref').notNullable().index();
    table.string('group_ref').notNullable();
    table.string('label', 80).notNullable();
    table
      .string('token_hash', 64)
      .notNullable()
      .unique()
      .comment('SHA-256 of the token, which is stored nowhere');
    table.timestamp('created_at', { useTz: true }).notNullable();
    table.timestamp('last_used_at', { useTz: true }).nullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('calendar_feeds');
  await knex.schema.dropTable('org_snapshots');
  await knex.schema.dropTable('org_snapshot_bodies');
};
