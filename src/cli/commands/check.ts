import { AccessRegistry } from '../../platform/identity/index.js';
import { readDiagrams, rolesIn, topicsOf, type ReleaseCheck, type Resource } from '../../platform/releases/index.js';
import { catalogueOf, HandlerCatalogue } from '../../sdk/index.js';
import { readBundle } from '../bundle.js';
import { PLUGIN, ROOT, textOf, type Command, type Outcome } from '../command.js';
import { findingLines } from '../findings.js';
import { offlineCheck, unknownHandlers } from '../offline-check.js';
import { loadPlugins } from '../plugins.js';

const UNCHECKED = 'Handlers and roles were not checked: name the built plugin that has them with --plugin <file>.';

export const check: Command = {
  options: { root: ROOT, plugin: PLUGIN },
  async run(values): Promise<Outcome> {
    const resources = readBundle(textOf(values, 'root') ?? '.');
    const files = (values['plugin'] ?? []) as readonly string[];
    const { findings } = await (await checkFor(files, resources)).release(resources);
    const ok = findings.every(({ severity }) => severity !== 'error');
    return { ok, text: [...findingLines(findings), ...(files.length > 0 ? [] : [UNCHECKED])].join('\n'), json: { handlersChecked: files.length > 0, findings } };
  },
};

async function checkFor(files: readonly string[], resources: readonly Resource[]): Promise<ReleaseCheck> {
  if (files.length > 0) {
    const plugins = await loadPlugins(files);
    return offlineCheck(new HandlerCatalogue(catalogueOf(plugins)), new AccessRegistry(plugins).roleKeys);
  }
  const diagrams = await readDiagrams(resources);
  return offlineCheck(unknownHandlers(topicsOf(diagrams)), rolesIn(diagrams));
}
