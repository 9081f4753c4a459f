import { isNode, nodes, type Node } from '../diagram/model.js';
import type { Fact } from './change.js';
import { both } from './wording.js';

/** Told in words elsewhere, or changed by changes that are. */
const TOLD = new Set([
  'id', 'name', 'text', 'documentation', 'candidateGroups', 'candidateStarterGroups', 'assignee', 'formKey', 'dueDate', 'followUpDate', 'conditionExpression', 'default', 'sourceRef', 'targetRef', 'attachedToRef', 'cancelActivity',
  'topic', 'calledElement', 'incoming', 'outgoing', 'flowElements', 'artifacts', 'laneSets', 'lanes', 'flowNodeRef', 'boundaryEventRefs', 'processRef', 'di', 'modelerTemplate', 'modelerTemplateVersion',
]);
const TOLD_INSIDE = /^(eventDefinitions\.(id|timeDate|timeDuration|timeCycle|messageRef|signalRef|errorRef|escalationRef|condition)|loopCharacteristics\.(id|collection|loopCardinality))\b/;
const TOLD_EXTENSIONS = new Set(['camunda:InputOutput', 'camunda:Properties', 'camunda:In', 'camunda:Out']);

/** Whatever else the engine reads, by its technical name: nothing that differs goes unsaid. */
export function otherFacts(node: Node): [string, Fact][] {
  return [...settings(node, '')]
    .filter(([name]) => !TOLD_INSIDE.test(name))
    .map(([name, value]) => [`other:${name}`, { label: { id: `Setelan ${name}`, en: `Setting ${name}` }, raw: value, value: both(value) }]);
}

function* settings(node: Node, above: string): Generator<[string, string]> {
  for (const [name, value] of Object.entries(node)) {
    if (name.startsWith('$') || value === undefined || (!above && TOLD.has(name))) continue;
    const path = `${above}${name}`;
    const inside = nodes(value).filter(({ $type }) => !TOLD_EXTENSIONS.has($type));
    if (!isNode(value) && !Array.isArray(value)) yield [path, String(value)];
    else for (const child of inside) yield* child.$parent === node ? settings(child, `${path}.`) : [[path, String(child.id)] as [string, string]];
  }
}
