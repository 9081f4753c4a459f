import { createNode, extensionsOf, flowElements, nodes, parseDiagram, processesOf, serialiseDiagram, type Node } from '../../src/platform/releases/diagram/model.js';
import type { Finding } from '../../src/platform/releases/finding.js';
import type { Repair } from '../../src/platform/releases/repair.js';
import { placeAt, type Resource } from '../../src/platform/releases/resource.js';

const expression = (body: string): Node => createNode('bpmn:FormalExpression', { body });

/** As an editor does them. */
const CHANGES: Readonly<Record<string, (element: Node, value: string, elements: readonly Node[]) => void>> = {
  condition: (flow, value) => (flow['conditionExpression'] = expression(value)),
  role: (task, value) => (task['candidateGroups'] = value),
  anyone: (task) => {
    for (const list of extensionsOf(task, 'camunda:Properties')) list['values'] = nodes(list['values']).filter(({ name }) => name !== 'person' && name !== 'sameAs');
  },
  time: (event, value) => {
    const [timer] = nodes(event['eventDefinitions']);
    if (timer) Object.assign(timer, { timeDate: undefined, timeCycle: undefined, timeDuration: expression(value) });
  },
  'default-flow': (gateway, value, elements) => {
    const flow = elements.find(({ id }) => id === value);
    gateway['default'] = flow;
    if (flow) flow['conditionExpression'] = undefined;
  },
};

/** The files after one click on a finding's repair. */
export async function repaired(resources: readonly Resource[], { path, repair }: Pick<Finding, 'path' | 'repair'>): Promise<Resource[]> {
  if (!repair) throw new Error('There is nothing to click');
  const { edit, value } = repair;
  if (edit === 'file') return [...resources, { path, content: value, ...(placeAt(path) as Pick<Resource, 'kind' | 'key'>) }];
  return Promise.all(resources.map(async (resource) => (resource.path === path ? { ...resource, content: edit === 'cut' ? withoutText(resource.content, repair) : await changed(resource.content, repair) } : resource)));
}

const withoutText = (content: string, { elementId, value }: Repair): string => content.split('\n').map((line, index) => (index + 1 === Number(elementId) ? line.replace(value, '') : line)).join('\n');

async function changed(xml: string, { edit, elementId, value }: Repair): Promise<string> {
  const { definitions } = await parseDiagram(xml);
  const elements = processesOf(definitions).flatMap((process) => [...flowElements(process)]);
  const element = elements.find(({ id }) => id === elementId);
  if (!element) throw new Error(`${elementId} is not in the diagram`);
  CHANGES[edit]?.(element, value, elements);
  return serialiseDiagram(definitions);
}
