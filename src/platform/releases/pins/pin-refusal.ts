import type { ContractChange } from '../../../sdk/index.js';
import type { BrokenPin } from './broken-pins.js';

const SAYS: Readonly<Record<ContractChange['kind'], (property: string) => string>> = {
  'input-removed': (property) => `the input "${property}" is gone`,
  'input-required': (property) => `the input "${property}" is required now`,
  'input-narrowed': (property) => `the input "${property}" takes less than it did, or another type`,
  'output-removed': (property) => `the output "${property}", which the diagram uses, is gone`,
  'output-optional': (property) => `the output "${property}", which the diagram uses, may be missing now`,
  'output-changed': (property) => `the output "${property}", which the diagram uses, has another type or other values`,
};

/** The start that is refused because running or live versions need what the code no longer does. */
export class PinRefusal extends Error {
  constructor(broken: readonly BrokenPin[]) {
    super([
      'This code does not do what published versions of the procedure, or cases that run on them, were promised. Nothing was started, nothing was changed.',
      ...broken.flatMap((pin) => [`- ${placeOf(pin)}: ${whatChanged(pin)}.`, `  ${whatToDo(pin)}`]),
    ].join('\n'));
    this.name = 'PinRefusal';
    // Who reads it needs the list, not where in our code it was made.
    delete this.stack;
  }
}

const placeOf = ({ version, path, use }: BrokenPin): string => `Version ${version}, ${path}, step "${use.name || use.elementId}" (${use.elementId}), topic "${use.topic}"`;

const whatChanged = ({ entry, changes }: BrokenPin): string => (entry ? changes.map(({ kind, property }) => SAYS[kind](property)).join('; ') : 'no handler serves this topic any more');

function whatToDo({ entry, changes, pin, use }: BrokenPin): string {
  if (!entry) return `Bring the handler back, or declare aliases: ['${use.topic}'] on the handler that does this work now.`;
  const inputs = changes.some(({ kind }) => kind.startsWith('input'));
  const outputs = changes.some(({ kind }) => kind.startsWith('output'));
  const upgrade = `declare upgrades: { '${pin.hash}': (input) => ({ ...input }) } on ${entry.source} and give what it takes now`;
  return [
    ...(inputs ? [`Keep the former input optional, or ${upgrade}.`] : []),
    ...(outputs ? [`Let ${entry.source} answer it as before, until no case runs on this version and another one is live.`] : []),
  ].join(' ');
}
