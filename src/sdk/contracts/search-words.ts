import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** More say nothing more, and each costs a look at every row. */
const MOST_WORDS = 8;

/** What a pattern means is taken from what somebody typed: `%`, `_` and the sign that says so. @internal */
export const textPattern = (text: string): string => `%${text.toLowerCase().replaceAll(/[!%_]/g, '!$&')}%`;

/** Of a parameter that is a {@link textPattern}. @internal */
export const containsText = (column: string, parameter: string): string => `LOWER(${column}) LIKE :${parameter} ESCAPE '!'`;

/**
 * Leaves the rows in which every word of a text occurs in one of the columns, whatever the case of its letters; no more than eight words count. What the
 * database would take for a pattern is a letter like others. Blank text leaves all.
 *
 * @beta
 * @param query - with no parameters `w0`, `w1`, … of its own
 * @param columns - by alias and property, such as `d.title`
 * @example
 * narrowByWords(query, 'penduduk merlung', 'd.title', 'd.definition');
 */
export function narrowByWords<T extends ObjectLiteral>(query: SelectQueryBuilder<T>, text: string, ...columns: readonly string[]): void {
  for (const [index, word] of text.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS).entries()) {
    query.andWhere(`(${columns.map((column) => containsText(column, `w${index}`)).join(' OR ')})`, { [`w${index}`]: textPattern(word) });
  }
}
