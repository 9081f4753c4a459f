import type { Language } from 'tertib';
import { changeSentences, changeSummary, type Since } from './change-words.js';
import type { Changes } from './changes-since.js';

/** As forms list them; nothing where there is nothing to compare with. */
export const changeRows = (dataset: string, changes: Changes | null | undefined, language: Language, since: Since = 'year'): { dataset: string; perubahan: string }[] =>
  changes ? [changeSummary(changes, since), ...changeSentences(changes)].map((sentence) => ({ dataset, perubahan: sentence[language] })) : [];
