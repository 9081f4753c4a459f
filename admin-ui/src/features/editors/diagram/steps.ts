import type { DiagramElement, ModdleElement } from './model.js';

const some = (value: unknown): ModdleElement[] => (Array.isArray(value) ? (value as ModdleElement[]) : []);
const nameOf = ({ name, id }: ModdleElement): string => name?.replaceAll(/\s+/g, ' ').trim() || id;

/** People's tasks from which a way leads to this one, the nearest first: who did one of them may do this too. */
export function stepsToRepeat(task: DiagramElement): { id: string; name: string }[] {
  const seen = new Set<unknown>([task.businessObject]);
  const found: ModdleElement[] = [];
  let ring: ModdleElement[] = [task.businessObject];
  while (ring.length > 0) {
    ring = ring.flatMap((one) => before(one)).filter((one) => !seen.has(one) && seen.add(one));
    found.push(...ring.filter(({ $type }) => $type === 'bpmn:UserTask'));
  }
  return found.map((one) => ({ id: one.id, name: nameOf(one) }));
}

function before(one: ModdleElement): ModdleElement[] {
  const host = one.$type === 'bpmn:BoundaryEvent' ? [one['attachedToRef'] as ModdleElement] : [];
  // What was done in a group comes before what follows the group.
  return [...host, ...sourcesOf(one)].flatMap((source) => [source, ...withinGroup(source)]);
}

/** A group is entered from where it stands. */
function sourcesOf(one: ModdleElement): ModdleElement[] {
  const sources = some(one.get('incoming')).flatMap((flow) => (flow['sourceRef'] as ModdleElement | undefined) ?? []);
  const group = one['$parent'] as ModdleElement | undefined;
  return sources.length === 0 && one.$type !== 'bpmn:BoundaryEvent' && group?.$type === 'bpmn:SubProcess' ? sourcesOf(group) : sources;
}

const withinGroup = (one: ModdleElement): ModdleElement[] => (one.$type === 'bpmn:SubProcess' ? some(one.get('flowElements')).flatMap((step) => [step, ...withinGroup(step)]) : []);
