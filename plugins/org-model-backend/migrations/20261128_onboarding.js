/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('onboarding_ticks', table => {
    table.comment('What people have done of their onboarding checklists');
    table.string('user_ref').notNullable();
    table
      .string('item_id', 63)
      .notNullable()
      .comment('An item that has left the checklists keeps its ticks');
    table.timestamp('done_at', { useTz: true }).notNullable();
    table.primary(['user_ref', 'item_id']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('onboarding_ticks');
};
