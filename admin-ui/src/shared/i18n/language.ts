import { useSyncExternalStore } from 'react';

export type Language = 'id' | 'en';

const KEY = 'tertib.lang';
const listeners = new Set<() => void>();
let current: Language = localStorage.getItem(KEY) === 'en' ? 'en' : 'id';
document.documentElement.lang = current;

/** The language of the screen. It also goes with every request as Accept-Language. */
export const language = (): Language => current;

function setLanguage(next: Language): void {
  if (next === current) return;
  current = next;
  localStorage.setItem(KEY, next);
  document.documentElement.lang = next;
  listeners.forEach((tell) => tell());
}

const keepers = new Set<() => Promise<void>>();

/** Told before everything is drawn in another language, to keep what would be lost by that. */
export function beforeLanguageChange(keep: () => Promise<void>): () => void {
  keepers.add(keep);
  return () => keepers.delete(keep);
}

/** Another language by a person's choice, in the middle of whatever they are doing. */
export async function changeLanguage(next: Language): Promise<void> {
  await Promise.all([...keepers].map((keep) => keep()));
  setLanguage(next);
}

/** The account's language, on a browser where nobody has chosen one yet. */
export function adoptLanguage(next: Language): void {
  if (!localStorage.getItem(KEY)) setLanguage(next);
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

export const useLanguage = (): Language => useSyncExternalStore(subscribe, language);
