import { MetadataScanner } from '@nestjs/core';
import type { Type } from '@nestjs/common';
import type { Text } from '../contracts/index.js';
import { LETTER_VALUES, type LetterValuesMetadata } from '../task/letter-values.js';
import { handlerClasses, type HandlerSource } from './handler-classes.js';

/** What is known of the values of a letter or mail without running anything. @beta */
export interface LetterEntry {
  /** Template, without its ending; `*`: every letter that a diagram names and no other entry is for. */
  readonly letter: string;
  /** Topics of the steps that draw it or send it. */
  readonly topics: readonly string[];
  /** All that its text may name, with made-up values. */
  readonly example: Readonly<Record<string, unknown>>;
  /** What people call each value, by its path. */
  readonly names: Readonly<Record<string, Text>>;
  /** `Class.method`. */
  readonly source: string;
}

const scanner = new MetadataScanner();

/**
 * What these plugins, modules or `@Handlers()` classes say of their letters' values, in the order of the letters. Nothing is instantiated.
 *
 * @beta
 * @throws when two methods are for one letter.
 * @example
 * lettersOf([SatuData]).map(({ letter, example }) => `${letter}: ${Object.keys(example).join(', ')}`);
 */
export function lettersOf(sources: readonly HandlerSource[]): LetterEntry[] {
  const entries = handlerClasses(sources).flatMap(entriesOf).toSorted((a, b) => (a.letter < b.letter ? -1 : 1));
  for (const [index, { letter, source }] of entries.entries()) {
    if (entries[index + 1]?.letter === letter) throw new Error(`The values of the letter "${letter}" are declared twice: by ${source} and by ${entries[index + 1]?.source}`);
  }
  return entries;
}

function entriesOf(handlers: Type): LetterEntry[] {
  const prototype = handlers.prototype as Record<string, object>;
  return scanner.getAllMethodNames(prototype).flatMap((name) => {
    const declared = Reflect.getMetadata(LETTER_VALUES, prototype[name] as object) as LetterValuesMetadata | undefined;
    if (!declared) return [];
    const names = Object.fromEntries(Object.entries(declared.names ?? {}).map(([path, text]) => [path, typeof text === 'string' ? { id: text, en: text } : text]));
    return declared.letters.map((letter) => ({ letter, topics: declared.topics, example: declared.example, names, source: `${handlers.name}.${name}` }));
  });
}
