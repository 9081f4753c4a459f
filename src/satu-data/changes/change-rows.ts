import type { Language } from 'tertib';
import { changeSentences, changeSummary, type ChangesFrom } from './change-words.js';

/** As forms list them; nothing where there is nothing to compare with. */
export const changeRows = (dataset: string, changes: ChangesFrom | null | undefined, language: Language): { dataset: string; perubahan: string }[] =>
  changes ? [changeSummary(changes), ...changeSentences(changes)].map((sentence) => ({ dataset, perubahan: sentence[language] })) : [];
