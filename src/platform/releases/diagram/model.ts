import { createRequire } from 'node:module';
import { BpmnModdle } from 'bpmn-moddle';

/** An element of the decoded model. Properties are read by name: the schema is bpmn-moddle's. */
export interface Node {
  readonly $type: string;
  readonly $attrs: Readonly<Record<string, unknown>>;
  readonly $parent?: Node;
  readonly $descriptor?: { readonly properties: readonly { readonly name: string; readonly ns?: { readonly localName: string }; readonly isReference?: boolean }[] };
  readonly id?: string;
  [property: string]: unknown;
}

export interface ParsedDiagram {
  readonly definitions: Node;
  readonly warnings: readonly string[];
}

const camunda = createRequire(import.meta.url)('camunda-bpmn-moddle/resources/camunda.json') as unknown;
const moddle = new BpmnModdle({ camunda });

/** @throws when the text is no BPMN at all. */
export async function parseDiagram(xml: string): Promise<ParsedDiagram> {
  const { rootElement, warnings } = await moddle.fromXML(xml, 'bpmn:Definitions');
  return { definitions: rootElement as Node, warnings: warnings.map((warning) => warning.message) };
}

/** The model as text again: what was not decoded is not in it. */
export async function serialiseDiagram(definitions: Node): Promise<string> {
  return (await moddle.toXML(definitions, { format: true })).xml;
}

export const createNode = (type: string, properties: Readonly<Record<string, unknown>>): Node => moddle.create(type, { ...properties }) as Node;

export const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && typeof (value as { $type?: unknown }).$type === 'string';
export const nodes = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : []);

/** Flow nodes and flows of a process, subprocesses included, outside first. */
export function* flowElements(container: Node): Generator<Node> {
  for (const element of nodes(container['flowElements'])) {
    yield element;
    yield* flowElements(element);
  }
}

export const processesOf = (definitions: Node): Node[] => nodes(definitions['rootElements']).filter((element) => element.$type === 'bpmn:Process');

/** Elements of one type inside `extensionElements`. */
export const extensionsOf = (element: Node, type: string): Node[] => nodes((element['extensionElements'] as Node | undefined)?.['values']).filter((value) => value.$type === type);

/** `camunda:properties` as a record. */
export const propertiesOf = (element: Node): Record<string, string> =>
  Object.fromEntries(extensionsOf(element, 'camunda:Properties').flatMap((list) => nodes(list['values']).map((property) => [String(property['name']), String(property['value'] ?? '')])));
