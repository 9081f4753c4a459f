const { rmSync } = require('node:fs');

module.exports = () => {
  globalThis.tertibPostgres?.stop();
  rmSync(process.env.TEST_TEMPLATES, { recursive: true, force: true });
};
