/** The reference of everything that can be imported, from the texts in the code: `npm run generate`. */
export default {
  // The areas first, so that each export stands on its area's page; the package's own entry has what is left.
  entryPoints: ['contracts', 'task', 'plugin', 'catalogue', 'engine'].map((area) => `src/sdk/${area}/index.ts`).concat('admin-ui/screens/index.d.ts', 'src/testing/index.ts', 'src/index.ts'),
  tsconfig: 'tsconfig.reference.json',
  // `npm run typecheck` does that.
  skipErrorChecking: true,
  plugin: ['typedoc-plugin-markdown', './test/docs/reference-rules.mjs', './test/docs/reference-theme.mjs'],
  theme: 'tertib',
  out: 'docs/reference/api',
  router: 'module',
  readme: 'none',
  treatValidationWarningsAsErrors: true,
  excludeInternal: true,
  excludePrivate: true,
  excludeExternals: true,
  excludeReferences: true,
  // Each link into the code would change with every commit.
  disableGit: true,
  sourceLinkTemplate: '{path}',
  modifierTags: ['@public', '@beta', '@experimental', '@internal', '@abstract', '@engineRecord', '@readonly'],
  notRenderedTags: ['@engineRecord'],
  // A mark stands at the export, not again at each of its members.
  cascadedModifierTags: [],
  hideBreadcrumbs: true,
  hidePageHeader: true,
  useCodeBlocks: true,
  sort: ['source-order'],
  tableColumnSettings: { hideSources: true, hideDefaults: true, hideModifiers: true },
  parametersFormat: 'table',
  interfacePropertiesFormat: 'table',
  classPropertiesFormat: 'table',
  typeAliasPropertiesFormat: 'table',
  propertyMembersFormat: 'table',
};
