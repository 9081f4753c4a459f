import { flagsOfSum } from '../flags.js';
import { codesOf, type Field, type Option } from '../sheets/sheet.js';

const YES: readonly Option[] = [['1', 'Ya', 'Yes'], ['2', 'Tidak', 'No']];

/** What stands in the box, and which of the answers it stands for. Nothing was answered: an empty box, to be filled in by hand. */
export function marked(field: Field, value: unknown): { readonly kotak: string; readonly pilihan: readonly { readonly kode: string; readonly nama: string; readonly dipilih: boolean }[] } {
  const chosen = field.type === 'several' ? (typeof value === 'number' ? (flagsOfSum(value, codesOf(field)) ?? []).map(String) : []) : field.type === 'yes' ? (typeof value === 'boolean' ? [value ? '1' : '2'] : []) : [written(value)];
  const pilihan = (field.type === 'yes' ? YES : (field.options ?? [])).map(([kode, nama]) => ({ kode, nama, dipilih: chosen.includes(kode) }));
  return { kotak: field.type === 'several' ? written(value) : (pilihan.find(({ dipilih }) => dipilih)?.kode ?? ''), pilihan };
}

/** The words of the answers instead of their codes. */
export const inWords = (field: Field, value: unknown): string[] => marked(field, value).pilihan.filter(({ dipilih }) => dipilih).map(({ nama }) => nama);

export const written = (value: unknown): string => (value === undefined || value === null || typeof value === 'object' ? '' : String(value));

/** Day, month and year as the form has room for them; three blanks where there is no day. */
export function dayParts(value: unknown): readonly [day: string, month: string, year: string] {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)/.exec(written(value)) ?? [];
  return [day, month, year];
}
