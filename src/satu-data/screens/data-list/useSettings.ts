import { useLanguage } from 'tertib/screens';
import { atField, SETTING_WORDS, VALUE_WORDS, type Setting } from '../../data-list/setting-words.js';

/** A setting that is chosen. */
export type Chosen = keyof typeof VALUE_WORDS;

/** What the settings of a table and their choices are called at their fields. */
export function useSettings() {
  const language = useLanguage();
  return {
    label: (key: Setting): string => atField(SETTING_WORDS[key])[language],
    choices: (key: Chosen) => Object.entries(VALUE_WORDS[key]).map(([value, word]) => ({ value, label: atField(word)[language] })),
  };
}
