module.exports = () => globalThis.tertibPostgres?.stop();
