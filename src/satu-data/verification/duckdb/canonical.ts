import { isNumeric, type DecimalMark, type Variable } from '../../datasets/dataset.types.js';
import { hasSigns } from '../../tables/empty-signs.js';
import { PERCENT_SIGN, type Reading } from '../../tables/written-number.js';
import { SPOILT } from '../../tables/spoilt-text.js';
import { isPercent } from '../../tables/unit.js';
import { AROUND_NAME, BETWEEN_FIGURES, MIDNIGHT, MONTHS } from '../../tables/written-date.js';
import { re2Class } from './re2-pattern.js';
import { bound, list, literal } from './sql.js';

/** What JavaScript's `trim` takes off. */
export const BLANK = '\t\n\v\f\r \u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF';
const EDGE = `^[${re2Class(BLANK)}]|[${re2Class(BLANK)}]$`;

const inRe2 = (pattern: string): string => pattern.replaceAll(/[\u00A0\u202F]/g, re2Class);
const AROUND = inRe2(AROUND_NAME);
const MONTH_MAP = `MAP {${[...MONTHS].map(([name, number]) => `${literal(name)}: ${literal(number)}`).join(', ')}}`;

/** The text as written; null where nothing is. Few cells have blanks around them, and to trim takes ten times as long as to look. */
export const written = (column: string): string => `CASE WHEN regexp_matches(${column}, ${literal(EDGE)}) THEN nullif(trim(${column}, ${literal(BLANK)}), '') ELSE nullif(${column}, '') END`;

/** As {@link written}, and null also where a sign stands for no value. */
export function writtenIn(column: string, { type }: Pick<Variable, 'type'>, { signs = [] }: Pick<Reading, 'signs'>): string {
  const text = written(column);
  if (signs.length === 0 || !hasSigns({ type })) return text;
  return `CASE WHEN lower(trim(${column}, ${literal(BLANK)})) IN (${list(signs.map((sign) => sign.toLowerCase()))}) THEN NULL ELSE ${text} END`;
}

/** As in tables/spoilt-text.ts. Few texts have one of the signs, which is seen sooner than that they are not of the pattern. */
export const isSpoiltText = (text: string): string => `(contains(${text}, '#') OR contains(${text}, 'E+') OR contains(${text}, '-')) AND ${matches(text, SPOILT)}`;

/** As in tables/written-number.ts. */
export const WRITTEN = {
  ',': '[+-]?([1-9][0-9]{0,2}([.][0-9]{3})+|[0-9]+)(,[0-9]+)?',
  '.': '[+-]?([1-9][0-9]{0,2}(,[0-9]{3})+|[0-9]+)([.][0-9]+)?',
} as const;
const OPEN = '[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}';
/** What may be two numbers, and of whole ones. */
export const openFor = (type: Variable['type'] | undefined): string => (type === 'integer' ? '[+-]?[1-9][0-9]{0,2}[.,]000' : OPEN);

/** `readCell` of tables/cell-value.ts as SQL over a {@link written} text: the canonical text, or null where it cannot be read. */
export const canonical = ({ type, unit }: Pick<Variable, 'type' | 'unit'>, reading: Reading, text: string): string =>
  isNumeric(type) ? inUnit(text, { unit }, (number) => numberOf(number, reading, openFor(type))) : type === 'date' ? dateOf(text) : text;

/** As `inUnit` of tables/written-number.ts: nothing at all where the unit is another one. */
const inUnit = (text: string, { unit }: Pick<Variable, 'unit'>, body: (number: string) => string): string => (isPercent(unit) ? bound(withoutPercent(text), 'p', body) : body(text));
export const withoutPercent = (text: string): string => `regexp_replace(${text}, ${literal(inRe2(PERCENT_SIGN))}, '')`;

function numberOf(text: string, reading: Reading, open: string): string {
  return `CASE WHEN regexp_matches(${text}, ${literal(`[${re2Class(TYPESET)}]`)}) THEN ${bound(inKeys(text), 'k', (keys) => numberInKeys(keys, reading, open))} ELSE ${numberInKeys(text, reading, open)} END`;
}

const THIN = '\u00A0\u2009\u202F';
const TYPESET = `\u2212${THIN}`;
const SPACED = `[+-]?[1-9][0-9]{0,2}([${re2Class(THIN)}][0-9]{3})+([.,][0-9]+)?`;

/** As `inKeys` of tables/written-number.ts. */
export function inKeys(text: string): string {
  const signed = `regexp_replace(${text}, '^\\x{2212}', '-')`;
  return `CASE WHEN ${matches(signed, SPACED)} THEN regexp_replace(${signed}, ${literal(`[${re2Class(THIN)}]`)}, '', 'g') ELSE ${signed} END`;
}

function numberInKeys(text: string, { mark, strict }: Reading, open: string): string {
  // Zeros before and after that mean nothing, and the sign of none, as big.js writes it.
  const tidy = `regexp_replace(regexp_replace(${plain(text, mark)}, '^([+]|(-))?0*([0-9])', '\\2\\3'), '([.][0-9]*[1-9])0+$|[.]0+$', '\\1')`;
  return `CASE ${strict ? `WHEN ${matches(text, open)} THEN NULL` : ''} WHEN ${matches(text, WRITTEN[mark])} THEN (CASE ${tidy} WHEN '-0' THEN '0' ELSE ${tidy} END) END`;
}

/** As `parseDay` of tables/written-date.ts; few cells come here, and of them few have a time. */
const dateOf = (text: string): string => bound(`CASE WHEN suffix(${text}, '0') THEN regexp_replace(${text}, ${literal(inRe2(MIDNIGHT))}, '') ELSE ${text} END`, 'day', dayIn);

/** As `parseDate` there; each cell by one branch. */
function dayIn(text: string): string {
  const [figures, named] = [`([0-9]{1,2})${BETWEEN_FIGURES}([0-9]{1,2})${BETWEEN_FIGURES}([0-9]{4})`, `([0-9]{1,2})${AROUND}([A-Za-z]+)${AROUND}([0-9]{4})`];
  const parts = (pattern: string): string => `regexp_extract(${text}, ${literal(`^${pattern}$`)}, ['d', 'm', 'y'])`;
  const iso = (pattern: string, month: (month: string) => string): string => `concat(${parts(pattern)}.y, '-', lpad(${month(`${parts(pattern)}.m`)}, 2, '0'), '-', lpad(${parts(pattern)}.d, 2, '0'))`;
  const spelled = `CASE WHEN ${matches(text, figures)} THEN ${iso(figures, (month) => month)} WHEN ${matches(text, named)} THEN ${iso(named, (name) => `coalesce(${MONTH_MAP}[lower(${name})], '')`)} ELSE ${text} END`;
  return bound(spelled, 'iso', dayOf);
}

/** A day that there is, of a text that looks like one. */
function dayOf(iso: string): string {
  const [year, month, day] = [`substr(${iso}, 1, 4)::INT`, `substr(${iso}, 6, 2)::INT`, `substr(${iso}, 9, 2)::INT`];
  const leap = `(${year} % 4 = 0 AND (${year} % 100 <> 0 OR ${year} % 400 = 0))`;
  const length = `CASE WHEN ${month} = 2 THEN (CASE WHEN ${leap} THEN 29 ELSE 28 END) WHEN ${month} IN (4, 6, 9, 11) THEN 30 ELSE 31 END`;
  return `CASE WHEN NOT regexp_full_match(${iso}, '[0-9]{4}-[0-9]{2}-[0-9]{2}') THEN NULL WHEN ${month} BETWEEN 1 AND 12 AND ${day} BETWEEN 1 AND ${length} THEN ${iso} END`;
}

const plain = (text: string, mark: DecimalMark): string => (mark === ',' ? `replace(replace(${text}, '.', ''), ',', '.')` : `replace(${text}, ',', '')`);
export const matches = (text: string, pattern: string): string => `regexp_full_match(${text}, ${literal(pattern)})`;

/** Text of digits that fits the type. */
const FITS = { BIGINT: '-?[0-9]{1,18}', 'DECIMAL(18, 6)': '-?[0-9]{1,12}([.][0-9]{1,6})?', DATE: '[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}' } as const;
export type Typed = keyof typeof FITS;

/** Numbers as they are mostly written, with marks between thousands: what stays when the marks are made those of DuckDB fits the type. */
const GROUPED = {
  ',': { BIGINT: '-?[1-9][0-9]{0,2}([.][0-9]{3}){1,5}', 'DECIMAL(18, 6)': '-?[1-9][0-9]{0,2}([.][0-9]{3}){1,3}(,[0-9]{1,6})?' },
  '.': { BIGINT: '-?[1-9][0-9]{0,2}(,[0-9]{3}){1,5}', 'DECIMAL(18, 6)': '-?[1-9][0-9]{0,2}(,[0-9]{3}){1,3}([.][0-9]{1,6})?' },
} as const;

/** Without them. */
const UNGROUPED = {
  ',': { BIGINT: FITS.BIGINT, 'DECIMAL(18, 6)': '-?[0-9]{1,12}(,[0-9]{1,6})?' },
  '.': FITS,
} as const;

/** The value of a cell that is written as usual, in a type of few bytes; null for all else. */
export const usual = (storage: Typed, reading: Reading, column: string): string => (storage === 'DATE' ? usualDate(column) : usualNumber(storage, reading, column));

/** The same as numbers are written once they were read: `007` is a text of its own, and no 7. */
const TIDY = {
  BIGINT: '0|-?[1-9][0-9]{0,17}',
  'DECIMAL(18, 6)': '0|-?[1-9][0-9]{0,11}|-?(0|[1-9][0-9]{0,11})[.][0-9]{0,5}[1-9]',
  DATE: FITS.DATE,
} as const;

/** The value of a canonical text; null where the type cannot hold it, or would make another text of it. */
export const fitting = (storage: Typed, text: string): string => `CASE WHEN ${matches(text, TIDY[storage])} THEN TRY_CAST(${text} AS ${storage}) END`;

// To replace a mark takes almost as long as a regular expression, so those without marks between thousands are known first.
function usualNumber(storage: Exclude<Typed, 'DATE'>, { mark, strict }: Reading, column: string): string {
  // Where the mark is in doubt, what has one is looked at more closely.
  if (strict) return `CASE WHEN ${matches(column, '-?[0-9]{1,12}')} THEN TRY_CAST(${column} AS ${storage}) END`;
  const point = mark === ',' && storage !== 'BIGINT' ? `replace(${column}, ',', '.')` : column;
  return `CASE ${storage === 'BIGINT' ? wholeAtOnce(column) : ''} WHEN ${matches(column, UNGROUPED[mark][storage])} THEN TRY_CAST(${point} AS ${storage}) WHEN ${matches(column, GROUPED[mark][storage])} THEN TRY_CAST(${plain(column, mark)} AS ${storage}) END`;
}

/** Most whole numbers are written as DuckDB writes them, which is seen sooner than that they are of a pattern; of 18 digits as everywhere. */
const wholeAtOnce = (column: string): string => `WHEN strlen(${column}) <= 18 AND TRY_CAST(${column} AS BIGINT)::VARCHAR = ${column} THEN TRY_CAST(${column} AS BIGINT)`;

// What `strptime` takes is digits, and blanks around them, which are none of the value; a year of less than four digits would not be one.
const usualDate = (column: string): string => `CASE WHEN try_strptime(${column}, '%d/%m/%Y') >= TIMESTAMP '1000-01-01' THEN try_strptime(${column}, '%d/%m/%Y')::DATE
  WHEN ${matches(column, FITS.DATE)} THEN TRY_CAST(${column} AS DATE) END`;
