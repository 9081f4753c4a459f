import { createNode, extensionsOf, nodes, processesOf, serialiseDiagram, type Node } from './model.js';
import { plainStart, variableUses } from './diagram-summary.js';

/**
 * Declares, as null at the start, every variable that the diagram reads and nobody gives it at the start: the engine
 * stops at a missing variable in a condition, and a null is simply false. Decisions cannot leak in from outside either.
 *
 * @param given - names by process key that a start form or a calling diagram hands over.
 */
export async function declareVariables(definitions: Node, given: ReadonlyMap<string, ReadonlySet<string>>): Promise<string> {
  for (const process of processesOf(definitions)) {
    const start = plainStart(process);
    if (!start) continue;
    const known = new Set([...(given.get(String(process.id)) ?? []), ...declaredIn(process), ...localsOf(process)]);
    const missing = [...new Set(variableUses(process).map((use) => use.name))].filter((name) => !known.has(name));
    if (missing.length > 0) addNulls(start, missing);
  }
  return serialiseDiagram(definitions);
}

/** Null outputs anywhere at the top: the diagram's author has declared these himself. */
function declaredIn(process: Node): string[] {
  return nodes(process['flowElements']).flatMap((element) =>
    extensionsOf(element, 'camunda:InputOutput').flatMap((io) => nodes(io['outputParameters']).filter((parameter) => parameter['value'] === undefined && parameter['definition'] === undefined).map((parameter) => String(parameter['name']))),
  );
}

/** Names that live only inside a multi-instance activity. */
function localsOf(container: Node): string[] {
  return nodes(container['flowElements']).flatMap((element) => {
    const loop = element['loopCharacteristics'] as Node | undefined;
    return [...(typeof loop?.['elementVariable'] === 'string' ? [loop['elementVariable']] : []), ...localsOf(element)];
  });
}

function addNulls(start: Node, names: readonly string[]): void {
  const outputs = names.map((name) => createNode('camunda:OutputParameter', { name }));
  const existing = extensionsOf(start, 'camunda:InputOutput')[0];
  if (existing) {
    existing['outputParameters'] = [...nodes(existing['outputParameters']), ...outputs];
    return;
  }
  const io = createNode('camunda:InputOutput', { outputParameters: outputs });
  const extensions = start['extensionElements'] as Node | undefined;
  if (extensions) extensions['values'] = [...nodes(extensions['values']), io];
  else start['extensionElements'] = createNode('bpmn:ExtensionElements', { values: [io] });
}
