import { resolve } from 'node:path';
import { catalogueOf, elementTemplatesOf, handlerReference, type CatalogueEntry } from '../../sdk/index.js';
import { PLUGIN, textOf, UsageError, type Command, type Outcome } from '../command.js';
import { CHECK, compare, write } from '../generated-file.js';
import { loadPlugins } from '../plugins.js';

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const FORMATS: Readonly<Record<string, (catalogue: readonly CatalogueEntry[]) => string>> = {
  json,
  templates: (catalogue) => json(elementTemplatesOf(catalogue)),
  markdown: handlerReference,
};

export const catalog: Command = {
  options: {
    plugin: PLUGIN,
    format: { type: 'string', value: Object.keys(FORMATS).join('|'), default: 'json', summary: 'the catalogue itself, element templates for the Camunda modeler, or a reference to read' },
    out: { type: 'string', value: 'file', summary: 'the file to write; default: standard output' },
    check: CHECK,
  },
  async run(values): Promise<Outcome> {
    const files = (values['plugin'] ?? []) as readonly string[];
    if (files.length === 0) throw new UsageError('Name the built file that exports the plugin: --plugin <file>');
    const format = textOf(values, 'format') ?? 'json';
    const written = FORMATS[format];
    if (!written) throw new UsageError(`There is no format "${format}". Choose one of: ${Object.keys(FORMATS).join(', ')}`);
    const catalogue = catalogueOf(await loadPlugins(files));
    const out = textOf(values, 'out');
    if (out === undefined) return { ok: true, text: written(catalogue).trimEnd(), json: { catalogue } };
    return values['check'] === true ? compare(resolve(out), written(catalogue), 'tertib catalog') : write(resolve(out), written(catalogue));
  },
};
