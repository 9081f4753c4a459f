export { beforeLanguageChange, changeLanguage, language, useLanguage, type Language } from './language.js';
export { defineWords, useT, type Words } from './words.js';
export { officeZone, setOfficeZone, zoneName, formatIn, useFormat } from './format.js';
export { fromLocal, toLocal } from './zoned.js';
