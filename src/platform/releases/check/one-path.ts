import type { FormDefinition } from '../../forms/index.js';
import { asksForNull, onlyWithValue } from '../diagram/condition.js';
import type { VariableUse } from '../diagram/diagram-summary.js';
import { flowElements, nodes, type Node } from '../diagram/model.js';
import { finding, type Finding } from '../finding.js';
import { repair } from '../repair.js';
import { fieldsOf } from './fields.js';
import { Ways } from './paths.js';

/** What an element sets once it is done; null where nobody can look into it, so that it may set anything. */
export type SetsOf = (element: Node) => ReadonlySet<string> | null;

const MOST_NAMED = 3;

/** A condition that reads what only some of the ways to it set decides by nothing on the others. */
export function setOnEveryPath(process: Node, uses: readonly VariableUse[], setsOf: SetsOf, forms: Iterable<FormDefinition>): Finding[] {
  const elements = [...flowElements(process)];
  const flows = new Map(elements.filter(({ $type }) => $type === 'bpmn:SequenceFlow').map((flow) => [flow.id, flow]));
  const ways = new Ways(process);
  const sets = new Map(elements.map((element) => [element, setsOf(element)]));
  const does = (element: Node, name: string): boolean => {
    const names = sets.get(element);
    return names === null || names?.has(name) === true;
  };
  return [...new Set(uses.map(({ name }) => name))].flatMap((name) => {
    const left = ways.leftUndone((element) => does(element, name));
    const asked = uses.filter((use) => use.name === name).flatMap(({ elementId }) => flows.get(elementId) ?? []);
    return asked.filter((flow) => nodes(flow['sourceRef']).some((source) => left.has(source)) && !asksForNull(conditionOf(flow), name)).map((flow) => half(flow, name, elements.filter((element) => sets.get(element)?.has(name)), forms));
  });
}

export const conditionOf = (flow: Node | undefined): string => String((flow?.['conditionExpression'] as Node | undefined)?.['body'] ?? '');

function half(flow: Node, name: string, setters: readonly Node[], forms: Iterable<FormDefinition>): Finding {
  const field = fieldsOf(forms).find(({ key }) => key === name);
  const called = field ? `“${field.label}” (${name})` : `“${name}”`;
  const steps = setters.slice(0, MOST_NAMED).map((step) => `“${String(step['name'] ?? step.id).replaceAll(/\s+/g, ' ').trim()}”`).join(', ');
  return finding('variable-on-one-path', String(flow.id),
    `${called} hanya diisi pada sebagian jalan menuju ke sini (oleh ${steps}). Pada jalan lain isinya kosong. Isi pada semua jalan, atau sebutkan dalam syarat apa yang berlaku bila kosong.`,
    `${called} is set on some of the ways to here only (by ${steps}). On the others it is empty. Set it on every way, or say in the condition what holds when it is empty.`, 'error',
    repair('condition', String(flow.id), onlyWithValue(conditionOf(flow), name), 'Berlaku hanya bila terisi', 'Holds only when it is filled in'));
}
