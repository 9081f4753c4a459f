import type { Text } from 'tertib';
import { decimal } from '../analysis/decimal.js';
import { codesCalled } from '../code-lists/called-codes.js';
import type { ColumnCodes } from '../code-lists/column-codes.js';
import { refusedSentence } from '../code-lists/refused-sentence.js';
import { isAmount, type CompareRule, type Variable } from '../datasets/dataset.types.js';
import { patternWords } from '../datasets/pattern-words.js';
import type { RuleSetting } from '../datasets/rule-settings.js';
import { formatDecimal } from '../portal/number-format.js';
import { shownDay } from '../tables/written-date.js';
import type { Beside, Changed } from './outliers.js';
import type { NamedWhole } from './wholes.js';

/** What the checks say: the same sentences, whether a table is checked in memory or by DuckDB. */
export const SENTENCES = {
  required: (cell: string | null, row: number, title: string): Text =>
    cell === null
      ? { id: `“${title}” di baris ${row} kosong, padahal wajib diisi.`, en: `“${title}” is empty in row ${row}, but must be filled in.` }
      : { id: `Sel ${cell} kosong, padahal “${title}” wajib diisi.`, en: `Cell ${cell} is empty, but “${title}” must be filled in.` },
  code: ({ title }: Variable, value: string, codes: ColumnCodes | undefined): Text => {
    const refused = codes?.refused.get(value);
    if (refused) return refusedSentence(value, refused);
    const called = codes ? codesCalled(value, codes) : [];
    if (called.length > 0) return nameSentence(value, called);
    const kind = codes?.list ? { id: `kode dalam daftar “${codes.list.id}”`, en: `a code of the list “${codes.list.en}”` } : { id: `pilihan untuk “${title}”`, en: `one of the choices for “${title}”` };
    return { id: `“${value}” bukan ${kind.id} yang berlaku.`, en: `“${value}” is not ${kind.en} that is valid.` };
  },
  low: (variable: Variable, value: string, tolerance: Tolerance): Text => {
    const [is, least] = [valueOf(variable, value), valueOf(variable, variable.min)];
    return { id: `“${variable.title}” bernilai ${is.id}; paling kecil ${least.id}${giveTo(variable, tolerance).id}.`, en: `“${variable.title}” is ${is.en}; at least ${least.en}${giveTo(variable, tolerance).en}.` };
  },
  high: (variable: Variable, value: string, tolerance: Tolerance): Text => {
    const [is, most] = [valueOf(variable, value), valueOf(variable, variable.max)];
    return { id: `“${variable.title}” bernilai ${is.id}; paling besar ${most.id}${giveTo(variable, tolerance).id}.`, en: `“${variable.title}” is ${is.en}; at most ${most.en}${giveTo(variable, tolerance).en}.` };
  },
  pattern: ({ title, pattern }: Variable, value: string): Text => {
    const asked = patternWords(pattern ?? '');
    return { id: `“${value}” tidak sesuai bentuk “${title}”: ${asked.id}.`, en: `“${value}” does not have the form of “${title}”: ${asked.en}.` };
  },
  key: (row: number | undefined, titles: readonly string[], values: readonly (string | null)[]): Text => ({
    id: `Baris ini sama dengan baris ${row}: ${titles.join(' dan ')} ${values.join(', ')} sudah ada.`,
    en: `This row repeats row ${row}: ${titles.join(' and ')} ${values.join(', ')} is already there.`,
  }),
  sum: (titles: readonly string[], expected: string, total: string, stated: string, tolerance: Tolerance): Text => {
    const [is, says] = [number(expected), number(stated)];
    return {
      id: `${titles.join(' + ')} = ${is.id}, tetapi “${total}” tertulis ${says.id}${give(tolerance).id}.`,
      en: `${titles.join(' + ')} = ${is.en}, but “${total}” says ${says.en}${give(tolerance).en}.`,
    };
  },
  whole: (title: string, { name, parts }: NamedWhole, stated: string, made: string, tolerance: Tolerance): Text => {
    const [says, is, off] = [number(stated), number(made), number(decimal(stated).minus(made).abs().toFixed())];
    const them = `${parts.slice(0, NAMED_CODES).join('; ')}${parts.length > NAMED_CODES ? '; …' : ''}`;
    return {
      id: `“${title}” untuk ${name} tertulis ${says.id}, tetapi ${parts.length} bagiannya (${them}) berjumlah ${is.id}; selisihnya ${off.id}${give(tolerance).id}.`,
      en: `“${title}” of ${name} says ${says.en}, but its ${parts.length} parts (${them}) make ${is.en}; the difference is ${off.en}${give(tolerance).en}.`,
    };
  },
  compare: ({ left, comparison, right, tolerance }: CompareRule, titleOf: (name: string) => string, found: string, beside: string): Text => {
    const side = (names: readonly string[]) => names.map(titleOf).join(' + ');
    const off = give(tolerance);
    const [is, other] = [number(found), number(beside)];
    const [bound, says] = 'number' in right ? [number(right.number), is] : [same(side(right)), { id: `${is.id} dan ${other.id}`, en: `${is.en} and ${other.en}` }];
    return {
      id: `“${side(left)}” harus ${comparison} “${bound.id}”${off.id}; di baris ini tertulis ${says.id}.`,
      en: `“${side(left)}” must be ${comparison} “${bound.en}”${off.en}; this row says ${says.en}.`,
    };
  },
  grid: (region: string, name: string | undefined, period: string | null): Text => {
    const place = `${name ?? region} (${region})${period ? `, ${period}` : ''}`;
    return { id: `Baris untuk ${place} belum ada.`, en: `The row for ${place} is missing.` };
  },
  outlier: (title: string, { change, old, now }: Changed, { past, latest, others }: Beside): Text => {
    const [before, after] = [number(String(old)), number(String(now))];
    const [was, is] = [past ? ` (${past})` : '', latest ? ` (${latest})` : ''];
    if (change === null) {
      return {
        id: `“${title}” berubah dari ${before.id}${was} menjadi ${after.id}${is}; perubahan dari nol tidak dapat dinyatakan dalam persen. Periksa kembali.`,
        en: `“${title}” changed from ${before.en}${was} to ${after.en}${is}; a change from zero cannot be told in percent. Check it.`,
      };
    }
    const percent = number((change * 100).toFixed(1));
    return {
      id: `“${title}” berubah ${percent.id} % dari ${before.id}${was} menjadi ${after.id}${is}, jauh berbeda dari ${others.id}. Periksa kembali atau jelaskan.`,
      en: `“${title}” changed by ${percent.en} % from ${before.en}${was} to ${after.en}${is}, far from the other ${others.en}. Check it or explain it.`,
    };
  },
  change: (cells: Several<Text>, added: Several, gone: Several): Text => {
    const named = (language: 'id' | 'en') => some({ count: cells.count, names: cells.names.map((one) => one[language]) });
    const parts = [
      ...(cells.count > 0 ? [{ id: `${cells.count} sel berbeda dari penyampaian sebelumnya: ${named('id')}.`, en: `${plural(cells.count, 'cell differs', 'cells differ')} from the delivery before: ${named('en')}.` }] : []),
      ...(added.count > 0 ? [{ id: `${added.count} baris baru: ${some(added)}.`, en: `${plural(added.count, 'row is', 'rows are')} new: ${some(added)}.` }] : []),
      ...(gone.count > 0 ? [{ id: `${gone.count} baris tidak ada lagi: ${some(gone)}.`, en: `${plural(gone.count, 'row is', 'rows are')} there no more: ${some(gone)}.` }] : []),
    ];
    return { id: parts.map(({ id }) => id).join(' '), en: parts.map(({ en }) => en).join(' ') };
  },
};

/** A name where the code belongs; with several of that name it is the writer who knows which one. */
function nameSentence(name: string, codes: readonly string[]): Text {
  const some = `${codes.slice(0, NAMED_CODES).join(', ')}${codes.length > NAMED_CODES ? ', …' : ''}`;
  if (codes.length === 1) return { id: `“${name}” adalah nama, bukan kode. Tulis ${some}.`, en: `“${name}” is a name, not a code. Write ${some}.` };
  return { id: `“${name}” adalah nama beberapa kode: ${some}. Tulis kode yang dimaksud.`, en: `“${name}” is the name of several codes: ${some}. Write the code that is meant.` };
}
const NAMED_CODES = 5;

/** Of whatever a finding counts, the first. */
export const NAMED = 10;

/** How many there are, and what the first {@link NAMED} are called. */
interface Several<Name = string> {
  readonly count: number;
  readonly names: readonly Name[];
}
const some = ({ count, names }: Several): string => `${names.slice(0, NAMED).join('; ')}${count > NAMED ? '; …' : ''}`;
const plural = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

type Tolerance = RuleSetting['tolerance'] | undefined;
const UNIT = { unit: '', percent: ' %', score: '' } as const;
/** As each language writes it; what is no decimal stays as it is. */
const number = (value: string): Text => ({ id: formatDecimal(value, 'id'), en: formatDecimal(value, 'en') });
const same = (words: string): Text => ({ id: words, en: words });
const valueOf = (variable: Variable, value: string | null | undefined): Text => (isAmount(variable) ? number(value ?? '') : same(variable.type === 'date' ? shownDay(value ?? '') : (value ?? '')));
/** A day is given nothing. */
const giveTo = ({ type }: Variable, tolerance: Tolerance): Text => give(type === 'date' ? null : tolerance);

function give(tolerance: Tolerance): Text {
  if (!tolerance) return same('');
  const by = number(tolerance.by);
  return { id: `, dengan toleransi ${by.id}${UNIT[tolerance.in]}`, en: `, give or take ${by.en}${UNIT[tolerance.in]}` };
}
