import type { DecimalMark, Variable } from '../../datasets/dataset.types.js';
import { literal } from './sql.js';

/** What JavaScript's `trim` takes off. */
const BLANK = literal('\t\n\v\f\r \u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF');

/** The text as written; null where nothing is. */
export const written = (column: string): string => `nullif(trim(${column}, ${BLANK}), '')`;

const WRITTEN = {
  ',': '[+-]?([0-9]{1,3}([.][0-9]{3})+|[0-9]+)(,[0-9]+)?',
  '.': '[+-]?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)([.][0-9]+)?',
} as const;

/** `readCell` of tables/cell-value.ts as SQL over a written text: the canonical text, or null where it cannot be read. */
export function canonical(variable: Variable, mark: DecimalMark, text: string): string {
  if (variable.type === 'number' || variable.type === 'integer') return numberOf(text, mark);
  return variable.type === 'date' ? dateOf(text) : text;
}

function numberOf(text: string, mark: DecimalMark): string {
  const plain = mark === ',' ? `replace(replace(${text}, '.', ''), ',', '.')` : `replace(${text}, ',', '')`;
  // Zeros before and after that mean nothing, and the sign of none, as big.js writes it.
  const tidy = `regexp_replace(regexp_replace(${plain}, '^([+]|(-))?0*([0-9])', '\\2\\3'), '([.][0-9]*[1-9])0+$|[.]0+$', '\\1')`;
  return `CASE WHEN ${isWhole(text)} THEN ${text} WHEN regexp_full_match(${text}, ${literal(WRITTEN[mark])}) THEN (CASE ${tidy} WHEN '-0' THEN '0' ELSE ${tidy} END) END`;
}

/** Most numbers are whole and written as they are kept; what DuckDB writes back the same needs no regular expression. */
const isWhole = (text: string): string => `TRY_CAST(${text} AS BIGINT)::VARCHAR = ${text}`;

/** So are most dates; a year before the first is written with more than ten signs. */
function dateOf(text: string): string {
  const turned = `TRY_CAST(try_strptime(replace(${text}, '-', '/'), '%d/%m/%Y') AS DATE)::VARCHAR`;
  const quick = `CASE WHEN TRY_CAST(${text} AS DATE)::VARCHAR = ${text} THEN ${text} WHEN regexp_full_match(${text}, '[0-9]{1,2}[/-][0-9]{1,2}[/-][0-9]{4}') THEN ${turned} END`;
  return `coalesce(CASE WHEN length(${quick}) = 10 THEN ${quick} END, ${carefully(text)})`;
}

function carefully(text: string): string {
  const local = `regexp_extract(${text}, '^([0-9]{1,2})[/-]([0-9]{1,2})[/-]([0-9]{4})$', ['d', 'm', 'y'])`;
  const iso = `CASE WHEN regexp_full_match(${text}, '[0-9]{1,2}[/-][0-9]{1,2}[/-][0-9]{4}') THEN concat(${local}.y, '-', lpad(${local}.m, 2, '0'), '-', lpad(${local}.d, 2, '0')) ELSE ${text} END`;
  const [year, month, day] = [`substr(${iso}, 1, 4)::INT`, `substr(${iso}, 6, 2)::INT`, `substr(${iso}, 9, 2)::INT`];
  const leap = `(${year} % 4 = 0 AND (${year} % 100 <> 0 OR ${year} % 400 = 0))`;
  const length = `CASE WHEN ${month} = 2 THEN (CASE WHEN ${leap} THEN 29 ELSE 28 END) WHEN ${month} IN (4, 6, 9, 11) THEN 30 ELSE 31 END`;
  return `CASE WHEN NOT regexp_full_match(${iso}, '[0-9]{4}-[0-9]{2}-[0-9]{2}') THEN NULL WHEN ${month} BETWEEN 1 AND 12 AND ${day} BETWEEN 1 AND ${length} THEN ${iso} END`;
}
