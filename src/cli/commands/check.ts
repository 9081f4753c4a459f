import { AccessRegistry } from '../../platform/identity/index.js';
import { readDiagrams, rolesIn, topicsOf, type ReleaseCheck, type Resource } from '../../platform/releases/index.js';
import { catalogueOf, HandlerCatalogue, lettersOf, type Plugin } from '../../sdk/index.js';
import { readBundle } from '../bundle.js';
import { PLUGIN, ROOT, textOf, type Command, type Outcome } from '../command.js';
import { findingLines } from '../findings.js';
import { framed, offlineCheck, unknownHandlers } from '../offline-check.js';
import { loadPlugins } from '../plugins.js';

const UNCHECKED = 'Handlers, roles and the frame of letters were not checked: name the built plugin that has them with --plugin <file>.';

export const check: Command = {
  options: { root: ROOT, plugin: PLUGIN },
  async run(values): Promise<Outcome> {
    const resources = readBundle(textOf(values, 'root') ?? '.');
    const files = (values['plugin'] ?? []) as readonly string[];
    const plugins = await loadPlugins(files);
    const { findings } = await (await checkFor(plugins, resources)).release(framed(resources, plugins));
    const ok = findings.every(({ severity }) => severity !== 'error');
    return { ok, text: [...findingLines(findings), ...(files.length > 0 ? [] : [UNCHECKED])].join('\n'), json: { handlersChecked: files.length > 0, findings } };
  },
};

async function checkFor(plugins: readonly Plugin[], resources: readonly Resource[]): Promise<ReleaseCheck> {
  if (plugins.length > 0) return offlineCheck(new HandlerCatalogue(catalogueOf(plugins), lettersOf(plugins)), new AccessRegistry(plugins).roleKeys, plugins);
  const diagrams = await readDiagrams(resources);
  return offlineCheck(unknownHandlers(topicsOf(diagrams)), rolesIn(diagrams));
}
