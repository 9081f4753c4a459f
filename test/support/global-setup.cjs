const { startPostgres } = require('./postgres.cjs');

module.exports = () => {
  globalThis.tertibPostgres = startPostgres();
  if (globalThis.tertibPostgres) process.env.TEST_POSTGRES_URL = globalThis.tertibPostgres.url;
};
