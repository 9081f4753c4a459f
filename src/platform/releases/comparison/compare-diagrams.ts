import { parseDiagram, processesOf, type Node } from '../diagram/model.js';
import { inOrder, type Change } from './change.js';
import { elementsOf, lanesOf, type Element } from './diagram-elements.js';
import { elementFacts } from './element-facts.js';
import { kindOf, placeInWords } from './element-words.js';
import type { Vocabulary } from './vocabulary.js';
import { capital, differing, map } from './wording.js';

/** The words of each version: a step may name a form that only one of them has. */
export interface Vocabularies {
  readonly before: Vocabulary;
  readonly after: Vocabulary;
}

const FLOW = /Flow$|Association$/;

/** Two versions of a diagram, element by element. @throws where one is no diagram. */
export async function compareDiagrams(before: string, after: string, words: Vocabularies): Promise<Change[]> {
  const [old, now] = await Promise.all([read(before), read(after)]);
  const shared = [...old.elements].filter(([id]) => now.elements.has(id)).map(([id, was]) => ({ id, was, is: now.elements.get(id) as Element }));
  const added = [...now.elements].filter(([id]) => !old.elements.has(id)).map(([id, { node }]) => whole('added', id, node));
  const removed = [...old.elements].filter(([id]) => !now.elements.has(id)).map(([id, { node }]) => whole('removed', id, node));
  const changed = shared.flatMap(({ id, was, is }) => differing(id, placeInWords(is.node), elementFacts(was.node, words.before, old.lanes.get(id)), elementFacts(is.node, words.after, now.lanes.get(id))));
  const elsewhere = shared.filter(({ was, is }) => was.box !== '' && is.box !== '' && was.box !== is.box);
  const shapes = new Set(elsewhere.filter(({ is }) => !FLOW.test(is.node.$type)).map(({ id }) => id));
  const led = new Set(changed.map(({ place }) => place));
  // A line follows what it joins: it has moved only if nothing else tells why.
  const moved = elsewhere.filter(({ id, is }) => shapes.has(id) || (!led.has(id) && !['sourceRef', 'targetRef'].some((end) => shapes.has((is.node[end] as Node | undefined)?.id ?? ''))));
  return inOrder([...added, ...removed, ...changed, ...moved.map(({ id, is }) => whole('moved', id, is.node))]);
}

async function read(xml: string): Promise<{ elements: Map<string, Element>; lanes: Map<string, string> }> {
  const { definitions } = await parseDiagram(xml);
  const process = processesOf(definitions)[0];
  if (!process) throw new Error('The diagram holds no process');
  return { elements: elementsOf(definitions, process), lanes: lanesOf(process) };
}

const ENDINGS = { added: { id: 'ditambahkan', en: 'added' }, removed: { id: 'dihapus', en: 'removed' }, moved: { id: 'dipindah dalam gambar', en: 'moved in the drawing' } } as const;

function whole(change: keyof typeof ENDINGS, place: string, node: Node): Change {
  const [where, kind] = [placeInWords(node), kindOf(node)];
  const named = (language: 'id' | 'en') => `${where[language]}${change === 'added' && !where[language].startsWith(kind[language]) ? ` (${kind[language]})` : ''} ${ENDINGS[change][language]}`;
  return { change, place, words: map({ id: named('id'), en: named('en') }, capital) };
}
