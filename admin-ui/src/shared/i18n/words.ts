import { useLanguage, type Language } from './language.js';

type Entry = string | ((...values: never[]) => string);
/** The same keys again, each a sentence or a sentence with the same gaps. */
type Same<T> = { [K in keyof T]: T[K] extends string ? string : T[K] };
export type Words<T> = Record<Language, T>;

/** A feature's dictionary; the compiler refuses an English half with a key too few or too many. */
export function defineWords<T extends Record<string, Entry>>(id: T, en: NoInfer<Same<T>>): Words<Same<T>> {
  return { id: id as Same<T>, en };
}

/** `const t = useT(words)` then `t.title` or `t.count(3)`. */
export function useT<T>(words: Words<T>): T {
  return words[useLanguage()];
}
