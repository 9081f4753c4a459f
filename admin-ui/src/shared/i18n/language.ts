import { useSyncExternalStore } from 'react';

export type Language = 'id' | 'en';

const KEY = 'tertib.lang';
const listeners = new Set<() => void>();
let current: Language = localStorage.getItem(KEY) === 'en' ? 'en' : 'id';
document.documentElement.lang = current;

/** The language of the screen. It also goes with every request as Accept-Language. */
export const language = (): Language => current;

function setLanguage(next: Language): void {
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

/** Another language in the middle of whatever a person is doing. */
export async function changeLanguage(next: Language): Promise<void> {
  if (next === current) return;
  await Promise.all([...keepers].map((keep) => keep()));
  setLanguage(next);
}


function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

export const useLanguage = (): Language => useSyncExternalStore(subscribe, language);
