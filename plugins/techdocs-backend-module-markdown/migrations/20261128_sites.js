/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('techdocs_sites', table => {
    table.comment('The built documents of each entity');
    table.string('entity_ref').primary();
    table.text('etag').notNullable().comment('Of what it was built from');
    table.text('metadata').notNullable().comment('techdocs_metadata.json');
    table.timestamp('published_at', { useTz: true }).notNullable();
    table.integer('file_count').notNullable();
    table.bigInteger('bytes').notNullable().comment('As readers get them');
  });
  await knex.schema.createTable('techdocs_site_files', table => {
    table.comment('The files of the sites');
    table
      .string('entity_ref')
      .notNullable()
      .references('entity_ref')
      .inTable('techdocs_sites')
      .onDelete('CASCADE');
    table.text('path').notNullable().comment('Below the folder of the site');
    table.string('hash', 64).notNullable().comment('SHA-256, hexadecimal');
    table.string('encoding', 16).comment('gzip, or nothing if as it is');
    table.bigInteger('size').notNullable().comment('Bytes as readers get them');
    table.binary('content').notNullable();
    table.primary(['entity_ref', 'path']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('techdocs_site_files');
  await knex.schema.dropTable('techdocs_sites');
};
