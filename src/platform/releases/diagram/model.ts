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

/** Something that the parser did not understand, and where; the tag's or attribute's name where the element has no id. */
export interface ParseWarning {
  readonly message: string;
  readonly elementId: string;
}

export interface ParsedDiagram {
  readonly definitions: Node;
  readonly warnings: readonly ParseWarning[];
}

const camunda = createRequire(import.meta.url)('camunda-bpmn-moddle/resources/camunda.json') as unknown;
const moddle = new BpmnModdle({ camunda });

/** Nobody reads more, and each is looked up in the text. */
const MOST_WARNINGS = 20;

/** @throws when the text is no BPMN at all. */
export async function parseDiagram(xml: string): Promise<ParsedDiagram> {
  const { rootElement, warnings } = await moddle.fromXML(xml, 'bpmn:Definitions');
  return { definitions: rootElement as Node, warnings: warnings.slice(0, MOST_WARNINGS).map((warning) => ({ message: warning.message, elementId: warning.element?.id ?? idInTag(xml, warning.message) ?? /<([\w:.-]+)>/.exec(warning.message)?.[1] ?? '' })) };
}

/** The id that is written in the tag which a warning points to, for an element that was not decoded. */
function idInTag(xml: string, message: string): string | undefined {
  const [, line, column] = /line: (\d+)\s+column: (\d+)/.exec(message) ?? [];
  const text = xml.split('\n').slice(Number(line)).join('\n').slice(Number(column));
  return line === undefined ? undefined : /^<[^<>]*?\sid="([^"<>]*)"/.exec(text)?.[1];
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
