const { createTokenTable } = require('@squadron/backend-kit');

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await createTokenTable(
    knex,
    'git_credentials',
    'What people clone repositories with; revoked ones are gone',
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('git_credentials');
};
