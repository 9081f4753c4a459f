import type { Language } from 'tertib';
import { changeSentences, changeSummary } from './change-words.js';
import type { Changes } from './changes-since.js';

/** As forms list them; nothing where there is nothing to compare with. */
export const changeRows = (dataset: string, changes: Changes | null, language: Language): { dataset: string; perubahan: string }[] =>
  changes ? [changeSummary(changes), ...changeSentences(changes)].map((sentence) => ({ dataset, perubahan: sentence[language] })) : [];
