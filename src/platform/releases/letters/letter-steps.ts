import { ANY_LETTER, type HandlerCatalogue, type LetterEntry } from '../../../sdk/index.js';
import { bareVariable } from '../diagram/condition.js';
import { topicUses, type TopicUse } from '../diagram/topic-uses.js';
import type { ReadDiagram } from '../read-diagrams.js';

/** A step that draws a letter or sends a mail. */
export interface LetterStep {
  readonly diagram: ReadDiagram;
  readonly elementId: string;
  /** What people call it; its id where it has no name. */
  readonly name: string;
}

type Letters = Pick<HandlerCatalogue, 'letters' | 'handler'>;

const ownEntry = (key: string, { letters }: Letters): LetterEntry | undefined => letters.find(({ letter }) => letter === key);

/** What is known of a letter's values: by its own name, or, where a diagram names it, as any. */
const entryFor = (key: string, { letters }: Letters): LetterEntry | undefined =>
  letters.find(({ letter }) => letter === key) ?? letters.find(({ letter }) => letter === ANY_LETTER);

/** What is known of the values that these steps hand to a letter. */
export const valuesOf = (key: string, steps: readonly LetterStep[], catalogue: Letters): LetterEntry | null => (steps.length > 0 ? entryFor(key, catalogue) : ownEntry(key, catalogue)) ?? null;

/** The steps of these diagrams that a letter's text is for. */
export function stepsOf(key: string, diagrams: readonly ReadDiagram[], catalogue: Letters): LetterStep[] {
  const uses = diagrams.flatMap((diagram) => topicUses(diagram.process).map((use) => ({ diagram, use: { ...use, topic: catalogue.handler(use.topic)?.topic ?? use.topic }, named: namedIn(use) })));
  // Topics whose steps say which letter they draw; others name one because they are about it.
  const byName = new Set(uses.flatMap(({ use: { topic }, named }) => (named !== null && drawsByName(named, topic, catalogue) ? [topic] : [])));
  const own = ownEntry(key, catalogue);
  return uses
    .filter(({ use: { topic }, named }) => (named !== null && (byName.has(topic) || !own) ? named === key : own !== undefined && serves(own, topic)))
    .map(({ diagram, use: { elementId, name } }) => ({ diagram, elementId, name: name || elementId }));
}

function namedIn({ inputs }: TopicUse): string | null {
  const named = inputs.get('letter');
  return typeof named === 'string' && bareVariable(named) === null ? named : null;
}

function drawsByName(named: string, topic: string, catalogue: Letters): boolean {
  const entry = entryFor(named, catalogue);
  return entry !== undefined && serves(entry, topic);
}

const serves = ({ topics }: LetterEntry, topic: string): boolean => topics.includes(topic);
