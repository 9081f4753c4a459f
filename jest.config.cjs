const esmPackages = require('./test/support/esm-packages.cjs');
const { availableParallelism } = require('node:os');
const { join } = require('node:path');
const { specsWithoutDatabase } = require('./test/support/database-specs.cjs');
const { findPrograms } = require('./test/support/postgres.cjs');

// Everything (ours and the ESM-only packages) is transformed to CommonJS: --experimental-vm-modules fails on Node 20 and 24.
const swc = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    target: 'es2022',
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
};

const common = {
  rootDir: __dirname,
  testEnvironment: 'node',
  setupFiles: ['<rootDir>/test/support/typescript-workers.cjs'],
  moduleNameMapper: {
    '^tertib$': '<rootDir>/src/sdk/index.ts',
    '^tertib/testing$': '<rootDir>/src/testing/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: { '^.+\\.m?ts$': ['@swc/jest', swc], '^.+\\.mjs$': ['@swc/jest', swc], 'node_modules/.+\\.m?js$': ['@swc/jest', swc] },
  transformIgnorePatterns: [`/node_modules/(?!(${esmPackages.join('|')})/)`],
};

const unit = { ...common, roots: ['<rootDir>/src'], testMatch: ['**/*.spec.ts'] };
// Only where several write at once does anything wait beside what it waits for: on SQLite it would take two minutes and see nothing.
const postgresOnly = ['test/engine/jammed.spec.ts'];
const integration = { ...common, roots: ['<rootDir>/test'], testMatch: ['**/*.spec.ts'], testPathIgnorePatterns: ['/node_modules/', ...postgresOnly.map((spec) => `<rootDir>/${spec}`)] };
const projects = [
  { ...unit, displayName: 'unit' },
  { ...integration, displayName: 'integration' },
];

// The same specs, on the other database: those beside the code that touch one, the engine's
// conformance, and the whole product from its first step to its last.
const onPostgres = { setupFiles: [...common.setupFiles, '<rootDir>/test/support/on-postgres.cjs'] };
const everyRun = ['src/*.spec.ts', 'src/platform/**/*.spec.ts', 'src/satu-data/**/*.spec.ts', 'test/engine/conformance.spec.ts', 'test/engine/whole-case.spec.ts', 'test/engine/last-minute.spec.ts', ...postgresOnly, 'test/engine/migration.spec.ts', 'test/faults/steps.spec.ts'];
const byHand = process.env.POSTGRES_SPECS?.split(' ');

const withoutDatabase = specsWithoutDatabase(join(__dirname, 'src')).map((path) => `<rootDir>/src/${path.replaceAll('.', '\\.')}$`);

if (findPrograms()) {
  const testMatch = (byHand ?? everyRun).map((spec) => `<rootDir>/${spec}`);
  projects.push({ ...common, ...onPostgres, displayName: 'postgresql', roots: ['<rootDir>/src', '<rootDir>/test'], testMatch, testPathIgnorePatterns: withoutDatabase });
} else if (process.env.CI === 'true') {
  throw new Error('PostgreSQL is not installed: in CI its tests may not be skipped. Install the package "postgresql".');
} else {
  console.warn('Skipped: the tests on PostgreSQL. Its programs initdb and pg_ctl are not installed.');
}

module.exports = {
  projects,
  ...(process.env.FAILED_SUITES && { reporters: ['default', ['<rootDir>/test/support/failed-suites.cjs', { file: process.env.FAILED_SUITES }]] }),
  // Most specs wait for an engine, an app or a browser: on two cores, jest's own choice would run them one after another.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  // What specs leave behind fills a worker's heap in half an hour; near its end all of its time goes into collecting (a spec of 5 s took 73).
  workerIdleMemoryLimit: '1GB',
  testSequencer: '<rootDir>/test/support/long-first.cjs',
  globalSetup: '<rootDir>/test/support/global-setup.cjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.cjs',
  // Generous: a loaded machine must not make a right answer a failure.
  testTimeout: 180_000,
};
