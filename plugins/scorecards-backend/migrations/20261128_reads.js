// The place of a cell's status in the list of the contract; the same text as `statusRank` in cellFilter.ts.
const statusRank = `(case when freshness = 1 then 4 when freshness = 2 then 5 when freshness = 3 then 3
  when verdict = 0 then 2 when verdict = 1 then 1 when verdict = 2 then 0
  when has_target then 5 else 6 end)`;

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  // Knex has no word for an index on an expression.
  await knex.raw(
    `create index cells_status on cells (${statusRank}, kpi, entity)`,
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('drop index cells_status');
};
