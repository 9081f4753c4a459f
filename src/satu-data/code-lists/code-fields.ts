import type { CodeField } from './code-plan.js';
import type { OfficeCode } from './code-list.types.js';

/** A code field by field, as text; blank where it says nothing. */
export const fieldsOf = ({ title, parent, level, validFrom, validTo, replacedBy, pair }: OfficeCode): Record<Exclude<CodeField, 'code'>, string> => ({
  titleId: title.id, titleEn: title.en, parent: parent ?? '', level: level ?? '', validFrom: validFrom ?? '', validTo: validTo ?? '', replacedBy: replacedBy ?? '', pair: pair ?? '',
});
