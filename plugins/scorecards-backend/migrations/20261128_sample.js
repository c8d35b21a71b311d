/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('sample_work', table => {
    table.comment('Waivers and campaigns that came with sample data');
    table.string('story').primary();
    table.string('kind', 10).notNullable().comment('waiver or campaign');
    table
      .string('id', 36)
      .nullable()
      .comment('Null where something real was in its place');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('sample_work');
};
