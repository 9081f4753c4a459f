import { isTimeKey } from '../analysis/time-keys.js';
import type { Variable } from '../datasets/dataset.types.js';
import { cellName, cellWords } from './cell-name.js';
import { columnLetter } from './column-letter.js';
import { SHORT_MONTH } from './spoilt-text.js';
import type { RawSheet, Remark } from './table.types.js';
import { MONTHS } from './written-date.js';

/**
 * What Excel shows of `10-14`, and keeps in a CSV: a month. It does so where the second number is no month, or it would be a day. As text: large tables are looked
 * at by DuckDB.
 */
export const BECAME_MONTH = `${SHORT_MONTH}-(1[3-9]|[2-9][0-9])`;
/** What such values were like that Excel has left alone: `0-4`, `15-19`. Without one, a month may be what was meant. */
export const LEFT_ALONE = '[0-9]{1,3} ?- ?[0-9]{1,3}';
const [becameMonth, leftAlone] = [BECAME_MONTH, LEFT_ALONE].map((pattern) => new RegExp(`^(?:${pattern})$`)) as [RegExp, RegExp];

/** So many cells are named. */
export const NAMED_MONTHS = 5;

/** A column of which that is asked: any other one takes no month, or takes it for what it is. */
export const isOfAnyText = (variable: Variable): boolean => variable.type === 'string' && !variable.list && !variable.codes?.length && !isTimeKey(variable);

/** What a column shows of it. */
export interface BecameMonths {
  readonly title: string;
  /** The first such text, how many there are, and where the first of them are. */
  readonly text: string;
  readonly count: number;
  readonly cells: readonly { readonly id: string; readonly en: string }[];
  /** What stands among them as it was typed. */
  readonly beside: string;
}

export function monthRemarks({ source, rows }: Pick<RawSheet, 'source' | 'rows'>, present: readonly (readonly [Variable, number])[]): Remark[] {
  return present.filter(([variable]) => isOfAnyText(variable)).flatMap(([{ title }, place]) => {
    const texts = rows.flatMap(({ number, cells }) => { const raw = cells[place]; return typeof raw === 'string' ? [{ number, text: raw.trim() }] : []; });
    const months = texts.filter(({ text }) => becameMonth.test(text));
    const beside = months.length > 0 ? texts.find(({ text }) => leftAlone.test(text))?.text : undefined;
    const cells = months.slice(0, NAMED_MONTHS).map(({ number }) => cellWords(cellName({ source }, columnLetter(place + 1), number), number));
    return beside === undefined ? [] : [monthRemark({ title, text: months[0]?.text ?? '', count: months.length, cells, beside })];
  });
}

/** That it is so, and what was probably typed. */
export function monthRemark({ title, text, count, cells, beside }: BecameMonths): Remark {
  const [name = '', year] = text.split('-');
  const typed = `${Number(MONTHS.get(name.toLowerCase()))}-${year}`;
  const where = (language: 'id' | 'en') => [...cells.map((one) => one[language]), ...(count > cells.length ? ['…'] : [])].join(', ');
  return {
    severity: 'WARNING',
    message: {
      id: `Kolom “${title}” berisi “${text}”, yang mungkin dibuat Excel dari “${typed}”, karena isian lain kolom ini seperti “${beside}”. Periksa ${count} sel: ${where('id')}. Jika benar begitu, ubah format kolom menjadi Teks, lalu ketik ulang isiannya.`,
      en: `The column “${title}” holds “${text}”, which Excel may have made of “${typed}”, for others of its values are like “${beside}”. Look at ${count === 1 ? '1 cell' : `${count} cells`}: ${where('en')}. If it is so, format the column as text, then type ${count === 1 ? 'it' : 'them'} again.`,
    },
  };
}
