import { isNumeric, type DecimalMark, type Variable } from '../../datasets/dataset.types.js';
import { cellWords } from '../../tables/cell-name.js';
import { columnLetter } from '../../tables/column-letter.js';
import { NAMED_CELLS, type MarkEvidence } from '../../tables/doubtful-mark.js';
import { isPercent } from '../../tables/unit.js';
import { otherMark } from '../../tables/written-number.js';
import { inKeys, matches, openFor, withoutPercent, WRITTEN, written } from '../../verification/duckdb/canonical.js';
import type { Database } from '../../verification/duckdb/database.js';
import { literal } from '../../verification/duckdb/sql.js';
import type { LargeShape } from '../large.types.js';

const NONE: MarkEvidence = { declared: 0, other: 0, otherCells: [], open: 0, openExample: null };

/**
 * `evidenceOf` of tables/doubtful-mark.ts over a kept file. A cell that speaks against the mark was not read and stands in the values as it was written: most
 * tables have none, which looks for a letter show. Only where there is one, or something else speaks against the mark, are all cells heard.
 */
export async function markEvidence(database: Database, path: string, { places, names }: LargeShape, variables: readonly Variable[], mark: DecimalMark, suspected: boolean): Promise<MarkEvidence> {
  const columns = names.flatMap((name, index) => {
    const { type, unit } = variables.find((one) => one.name === name) ?? {};
    return isNumeric(type) ? [{ value: `v${index}`, index, place: places[name] ?? 0, keys: keysIn(places[name] ?? 0, unit), open: openFor(type) }] : [];
  });
  if (columns.length === 0) return NONE;
  const from = `read_parquet(${literal(path)})`;
  // By its decimals, or by its thousands (`1.234.567`): no number has two decimal marks.
  const has = (text: string): string => `(contains(${text}, ${literal(otherMark(mark))}) OR ${text} LIKE ${literal(`%${mark}%${mark}%`)})`;
  const others = columns.map(({ value, place, index, keys }) => `SELECT n, ${index} AS i, ${place} AS place FROM ${from} WHERE ${has(value)} AND ${has(`c${place}`)} AND ${isOther(keys, mark)}`).join(' UNION ALL ');
  const [{ count: other } = { count: 0 }] = await database.rows<{ count: number }>(`SELECT count(*)::INTEGER AS count FROM (${others})`);
  if (other === 0 && !suspected) return NONE;
  const first = await database.rows<{ n: number; place: number }>(`SELECT n, place FROM (${others}) ORDER BY n, i LIMIT ${NAMED_CELLS}`);
  const opens = columns.map(({ index, keys, open }) => `SELECT n, ${index} AS i, ${keys} AS text FROM ${from} WHERE ${matches(keys, open)}`).join(' UNION ALL ');
  const [{ open, example } = { open: 0, example: null }] = await database.rows<{ open: number; example: string | null }>(`SELECT count(*)::INTEGER AS open, arg_min(text, [n, i]) AS example FROM (${opens})`);
  const shows = columns.map(({ place, keys }) => `SELECT count(*) AS count FROM ${from} WHERE regexp_matches(c${place}, '[.,]') AND ${isDeclared(keys, mark)}`).join(' UNION ALL ');
  const [{ declared } = { declared: 0 }] = await database.rows<{ declared: number }>(`SELECT sum(count)::INTEGER AS declared FROM (${shows})`);
  return { declared, other, otherCells: first.map(({ n, place }) => cellWords(`${columnLetter(place + 1)}${n}`, n)), open, openExample: example };
}

const keysIn = (place: number, unit: string | null | undefined): string => inKeys(isPercent(unit) ? withoutPercent(written(`c${place}`)) : written(`c${place}`));
const isOther = (text: string, mark: DecimalMark): string => `${matches(text, WRITTEN[otherMark(mark)])} AND NOT ${matches(text, WRITTEN[mark])}`;
const isDeclared = (text: string, mark: DecimalMark): string => `${matches(text, WRITTEN[mark])} AND NOT ${matches(text, openFor('number'))}`;
