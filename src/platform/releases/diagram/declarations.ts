import { plainStart, variablesRead } from './diagram-summary.js';
import { createNode, nodes, type Node } from './model.js';

/**
 * Declares, as null and right after the start, every variable that a called process reads and its callers do not
 * hand over: the engine stops at a missing variable in a condition, where null is simply false, and a variable of
 * the process's own cannot leak in from, or out to, the others that run beside it.
 *
 * The engine takes no parameters on a start event, so an event that does nothing else follows it. It is put in on
 * the way to the engine only: nobody edits or sees it.
 */
export function declareVariables(process: Node, given: ReadonlySet<string>): void {
  const start = plainStart(process);
  const names = variablesRead(process).filter((name) => !given.has(name));
  if (!start || names.length === 0) return;
  const outputs = names.map((name) => createNode('camunda:OutputParameter', { name }));
  const extensionElements = createNode('bpmn:ExtensionElements', { values: [createNode('camunda:InputOutput', { outputParameters: outputs })] });
  const event = createNode('bpmn:IntermediateThrowEvent', { id: `deklarasi-${String(process.id)}`, name: 'Deklarasi variabel', extensionElements });
  const flow = createNode('bpmn:SequenceFlow', { id: `ke-deklarasi-${String(process.id)}`, sourceRef: start, targetRef: event });
  const onward = nodes(start['outgoing']);
  for (const next of onward) next['sourceRef'] = event;
  Object.assign(event, { incoming: [flow], outgoing: onward });
  start['outgoing'] = [flow];
  process['flowElements'] = [...nodes(process['flowElements']), event, flow];
}
