import type { Language } from '../../../sdk/index.js';

const ENGLISH = '-en';

/** A template `x-en` is `x` in English, with its dates, numbers and page heads; all others are Indonesian. */
export const languageOf = (template: string): Language => (template.endsWith(ENGLISH) ? 'en' : 'id');

/** What the template is called in a language. */
export const namedIn = (template: string, language: Language): string => (language === 'en' ? `${template}${ENGLISH}` : template);
