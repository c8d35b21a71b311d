const { createConfig } = require('@backstage/cli/config/eslint-factory');

module.exports = createConfig(__dirname, {
  env: { node: true, es2022: true, jest: false },
  parserOptions: { ecmaVersion: 2022 },
});
