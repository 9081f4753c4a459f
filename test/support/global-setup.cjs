const { startPostgres } = require('./postgres.cjs');

module.exports = () => {
  // Engines of tests live for a minute or two: the second compiler costs a quarter of their processor time and never pays it back.
  process.env.JAVA_TOOL_OPTIONS ??= '-XX:TieredStopAtLevel=1';
  globalThis.tertibPostgres = startPostgres();
  if (globalThis.tertibPostgres) process.env.TEST_POSTGRES_URL = globalThis.tertibPostgres.url;
};
