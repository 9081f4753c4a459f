/** Who may import whom: design.md's layout, made a check. A folder's index.ts is all that others may import. */
const platform = ['kernel', 'identity', 'files', 'audit', 'notifications', 'forms', 'releases', 'cases', 'tasks', 'migration', 'operate', 'rehearsals', 'plugins'];
// Letters and attachments are files, so notifications stand above files.
const rank = { kernel: 0, identity: 1, files: 2, audit: 2, notifications: 2.5, forms: 3, releases: 4, cases: 5, tasks: 6, migration: 7, operate: 8, rehearsals: 8, plugins: 5 };

const noWayBack = platform.map((part) => ({
  name: `${part}-only-looks-down`,
  severity: 'error',
  from: { path: `^src/platform/${part}/` },
  to: { path: `^src/platform/(${platform.filter((other) => other !== part && rank[other] >= rank[part]).join('|') || 'none'})/` },
}));

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    ...noWayBack,
    {
      name: 'platform-parts-meet-at-their-index',
      severity: 'error',
      from: { path: '^src/platform/([^/]+)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^src/platform/([^/]+)/', pathNot: ['^src/platform/$1/', '^src/platform/[^/]+/index\\.ts$'] },
    },
    { name: 'sdk-stands-alone', severity: 'error', from: { path: '^src/sdk/', pathNot: '\\.spec\\.ts$' }, to: { path: '^src/', pathNot: '^src/sdk/' } },
    {
      name: 'satu-data-asks-only-the-sdk',
      severity: 'error',
      from: { path: '^src/satu-data/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^src/', pathNot: ['^src/satu-data/', '^src/sdk/index\\.ts$'] },
    },
    { name: 'platform-does-not-know-applications', severity: 'error', from: { path: '^src/platform/' }, to: { path: '^src/(satu-data|launcher|cli|app\\.module|main)' } },
    { name: 'launcher-needs-nothing-installed', severity: 'error', from: { path: '^src/launcher/', pathNot: '\\.(spec\\.ts|d\\.mts)$' }, to: { pathNot: ['^src/launcher/'], dependencyTypesNot: ['core'] } },
    {
      // docs/adr/0011: the release check and the forms' rules must be those that publishing uses.
      name: 'cli-reads-platform-parts-at-their-index',
      severity: 'error',
      from: { path: '^src/cli/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^src/', pathNot: ['^src/(cli|launcher)/', '^src/sdk/index\\.ts$', '^src/platform/(forms|identity|releases)/index\\.ts$'] },
    },
    {
      name: 'testing-reads-platform-parts-at-their-index',
      severity: 'error',
      from: { path: '^src/testing/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^src/', pathNot: ['^src/testing/', '^src/sdk/(testing/)?index\\.ts$', '^src/platform/[^/]+/index\\.ts$', '^src/tertib\\.module\\.ts$'] },
    },
    { name: 'nothing-stands-on-testing', severity: 'error', from: { path: '^src/', pathNot: ['^src/(testing|cli)/', '\\.spec\\.ts$'] }, to: { path: '^src/testing/' } },
    { name: 'nobody-calls-the-cli', severity: 'error', from: { path: '^src/', pathNot: '^src/cli/' }, to: { path: '^src/cli/' } },
    { name: 'admin-ui-speaks-http', severity: 'error', from: { path: '^admin-ui/' }, to: { path: '^src/' } },
    { name: 'nothing-unresolved', severity: 'error', from: { pathNot: '^(admin-ui|src/satu-data/screens)/' }, to: { couldNotResolve: true, pathNot: '\\?' } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'], extensions: ['.ts', '.tsx', '.mts', '.mjs', '.js', '.json', '.d.ts'] },
    exclude: { path: '(^|/)(dist|generated)/' },
  },
};
