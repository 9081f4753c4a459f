import { propertiesOf, requiredOf, type CatalogueEntry, type HandlerCatalogue, type JsonSchema } from '../../sdk/index.js';
import type { Settable } from './check/settable.js';
import { bareVariable } from './diagram/condition.js';
import { topicUses, type TopicUse } from './diagram/topic-uses.js';
import { finding, type Finding } from './finding.js';
import { literalFits, takesNull } from './literal.js';
import type { ReadDiagram } from './read-diagrams.js';

interface Step {
  readonly use: TopicUse;
  readonly entry: CatalogueEntry;
  readonly schema: JsonSchema;
  readonly known: Settable;
}

/** Each automatic step against what its handler takes: nothing that it needs is missing, nothing that it gets is unknown or wrong. */
export function inputsFit({ process }: ReadDiagram, handlers: HandlerCatalogue, known: Settable): Finding[] {
  return topicUses(process).flatMap((use) => {
    const entry = handlers.handler(use.topic);
    if (!entry?.input) return [];
    const step = { use, entry, schema: entry.input, known };
    return [...missing(step), ...unknown(step), ...wrong(step)];
  });
}

function missing({ use, entry, schema, known }: Step): Finding[] {
  return requiredOf(schema)
    .filter((name) => !isGiven(use, name, known) && !(use.inputs.get(name) === null && takesNull(propertiesOf(schema)[name])))
    .map((name) => {
      const { id, en } = called(entry, name);
      return finding('input-missing', use.elementId, `Langkah ini memerlukan ${id}, tetapi tidak ada yang mengisinya.`, `This step needs ${en}, and nothing sets it.`, known.unsure ? 'warning' : 'error');
    });
}

/** By a parameter of its own, or by a variable of that name that someone sets. What a parameter reads may come from a form's rule, which nobody can look into. */
function isGiven({ inputs }: TopicUse, name: string, { names }: Settable): boolean {
  const value = inputs.get(name);
  return value === undefined ? names.has(name) : value !== null;
}

function unknown({ use, entry, schema }: Step): Finding[] {
  if (schema['additionalProperties']) return [];
  return [...use.inputs]
    .filter(([name, value]) => value !== null && !(name in propertiesOf(schema)))
    .map(([name]) => finding('input-unknown', use.elementId, `“${entry.title.id}” tidak mengenal masukan “${name}”.`, `“${entry.title.en}” knows no input “${name}”.`, 'warning'));
}

function wrong({ use, entry, schema }: Step): Finding[] {
  return [...use.inputs]
    .filter(([name, value]) => value !== null && bareVariable(value) === null && !literalFits(propertiesOf(schema)[name], value))
    .map(([name, value]) => {
      const { id, en } = called(entry, name);
      return finding('input-value', use.elementId, `“${value}” tidak dapat menjadi ${id}.`, `“${value}” cannot be ${en}.`);
    });
}

/** As people call it, and as it is written in the diagram. */
function called({ fields }: CatalogueEntry, name: string): { id: string; en: string } {
  const { id = name, en = name } = fields[name] ?? {};
  const written = (label: string) => (label === name ? `“${name}”` : `“${label}” (${name})`);
  return { id: written(id), en: written(en) };
}
