const { mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { startPostgres } = require('./postgres.cjs');

module.exports = () => {
  // Engines of tests live for a minute or two: the second compiler costs a quarter of their processor time and never pays it back.
  process.env.JAVA_TOOL_OPTIONS ??= '-XX:TieredStopAtLevel=1';
  // Databases that have gone through their migrations, for `withDatabase`.
  process.env.TEST_TEMPLATES = mkdtempSync(join(tmpdir(), 'tertib-templates-'));
  globalThis.tertibPostgres = startPostgres();
  if (globalThis.tertibPostgres) process.env.TEST_POSTGRES_URL = globalThis.tertibPostgres.url;
};
