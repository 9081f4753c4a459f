import { inputChanges, outputChanges, propertiesOf, type CatalogueEntry, type ContractChange, type HandlerCatalogue } from '../../../sdk/index.js';
import { variableUses } from '../diagram/diagram-summary.js';
import { extensionsOf, flowElements, type Node } from '../diagram/model.js';
import { topicUses, type TopicUse } from '../diagram/topic-uses.js';
import type { ReadDiagram } from '../read-diagrams.js';
import type { NewPin } from './contract-pins.service.js';

/** A place of a release that the code no longer serves as it was promised. */
export interface BrokenPin {
  readonly version: number;
  /** The diagram's file. */
  readonly path: string;
  readonly use: TopicUse;
  readonly pin: NewPin;
  /** Null: no handler serves the topic any more. */
  readonly entry: CatalogueEntry | null;
  readonly changes: readonly ContractChange[];
}

export interface PinnedRelease {
  readonly version: number;
  readonly diagrams: readonly ReadDiagram[];
  readonly pins: ReadonlyMap<string, NewPin>;
}

/** Where the code of today breaks a promise that a release was made on. */
export function brokenPins({ version, diagrams, pins }: PinnedRelease, catalogue: HandlerCatalogue): BrokenPin[] {
  return diagrams.flatMap(({ resource, process }) => {
    const used = outputsInUse(process, pins);
    return topicUses(process).flatMap((use) => {
      const pin = pins.get(use.topic);
      if (!pin) return [];
      const entry = catalogue.handler(use.topic) ?? null;
      const changes = entry ? changesOf(pin, entry, used) : [];
      return entry && changes.length === 0 ? [] : [{ version, path: resource.path, use, pin, entry, changes }];
    });
  });
}

/** An upgrade function answers for the input, and for nothing else. */
function changesOf(pin: NewPin, entry: CatalogueEntry, used: ReadonlySet<string>): ContractChange[] {
  if (pin.hash === entry.hash) return [];
  return [...(entry.upgrades.includes(pin.hash) ? [] : inputChanges(pin.input, entry.input)), ...outputChanges(pin.output, entry.output, used)];
}

/** Variables that the diagram reads: in expressions, for the diagrams that it calls, and as inputs of steps that do not say where from. */
function outputsInUse(process: Node, pins: ReadonlyMap<string, NewPin>): Set<string> {
  const passedOn = [...flowElements(process)].flatMap((element) => extensionsOf(element, 'camunda:In').map((input) => String(input['source'])));
  const taken = topicUses(process).flatMap(({ topic, inputs }) => Object.keys(propertiesOf(pins.get(topic)?.input ?? null)).filter((name) => !inputs.has(name)));
  return new Set([...variableUses(process).map(({ name }) => name), ...passedOn, ...taken]);
}
