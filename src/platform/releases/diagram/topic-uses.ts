import { extensionsOf, flowElements, nodes, type Node } from './model.js';

/** A step of a diagram that a handler does. */
export interface TopicUse {
  readonly elementId: string;
  /** What people call it; empty where it has no name. */
  readonly name: string;
  readonly topic: string;
  /** Its input parameters; null: one that only makes the variable empty. */
  readonly inputs: ReadonlyMap<string, string | null>;
}

/** Every external task of a process. */
export const topicUses = (process: Node): TopicUse[] =>
  [...flowElements(process)].flatMap((element) => {
    const topic = element['topic'];
    if (element['type'] !== 'external' || typeof topic !== 'string') return [];
    return [{ elementId: String(element.id), name: String(element['name'] ?? '').replaceAll(/\s+/g, ' ').trim(), topic, inputs: inputsOf(element) }];
  });

const inputsOf = (element: Node): Map<string, string | null> =>
  new Map(extensionsOf(element, 'camunda:InputOutput').flatMap((io) => nodes(io['inputParameters']).map((parameter) => [String(parameter['name']), typeof parameter['value'] === 'string' && parameter['value'] !== '' ? parameter['value'] : null])));
