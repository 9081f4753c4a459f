import type { Language } from 'tertib';
import type { PublishedColumn } from '../publication/publication.entity.js';
import { REGIONS } from '../reference/index.js';

/** What a column's code is called. Those that were published before names were frozen with them have the ministry's. */
export function codeTitle({ type, titles }: PublishedColumn, value: string, language: Language): string | undefined {
  if (titles) return Object.hasOwn(titles, value) ? titles[value]?.[language] : undefined;
  return type === 'region' ? REGIONS[value] : undefined;
}
