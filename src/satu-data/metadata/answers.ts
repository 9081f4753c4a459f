import type { FieldProblem } from 'tertib';
import { flagsOfSum, sumOfFlags } from './flags.js';
import { codesOf, fieldsOf, isBlank, type Content, type Field, type Sheet } from './sheets/sheet.js';

/*
 * An answer has two shapes: as the form has it (a box for each of several answers, "ya" and "tidak") and as it is kept (one sum, a
 * boolean). A machine may send either, and of several answers also the list of their codes.
 */
type Convert = (value: unknown, field: Field) => unknown;

const unchanged: Convert = (value) => value;
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const boxes: Convert = (value, field) => {
  const known = codesOf(field);
  const chosen = typeof value === 'number' ? flagsOfSum(value, known) : Array.isArray(value) && value.every((one) => known.includes(one as number)) ? (value as number[]) : null;
  return chosen ? Object.fromEntries(known.map((code) => [String(code), chosen.includes(code)])) : value;
};
const rowsBy = (convert: (fields: readonly Field[], values: Content) => Content): Convert => (value, { columns = [] }) => (Array.isArray(value) ? value.map((row: unknown) => (isRecord(row) ? convert(columns, row) : row)) : value);

const SHOWN: Partial<Record<Field['type'], Convert>> = {
  yes: (value) => (typeof value === 'boolean' ? (value ? 'ya' : 'tidak') : value), several: boxes, rows: rowsBy((columns, row) => shown(columns, row)),
};
const KEPT: Partial<Record<Field['type'], Convert>> = {
  line: (value) => (typeof value === 'string' ? value.trim() : value), long: (value) => (typeof value === 'string' ? value.trim() : value),
  one: (value, { earlier = {} }) => earlier[value as string] ?? value,
  yes: (value) => (value === 'ya' ? true : value === 'tidak' ? false : value),
  several: (value, field) => (isRecord(value) ? sumOfFlags(Object.keys(value).filter((code) => value[code] === true).map(Number), codesOf(field)) : value),
  rows: (value, field) => (Array.isArray(value) ? (rowsBy((columns, row) => kept(columns, row))(value, field) as Content[]).filter((row) => Object.keys(row).length > 0) : value),
};

const shown = (fields: readonly Field[], values: Content): Content => ({ ...values, ...Object.fromEntries(fields.filter(({ key }) => !isBlank(values[key])).map((field) => [field.key, (SHOWN[field.type] ?? unchanged)(values[field.key], field)])) });
/** What is blank is left out; what the office has added to its form stays as it is. */
const kept = (fields: readonly Field[], values: Content): Content => {
  const types = new Map(fields.map((field) => [field.key, field]));
  const entries = Object.entries(values).map(([key, value]): [string, unknown] => {
    const field = types.get(key);
    return [key, field ? (KEPT[field.type] ?? unchanged)(value, field) : value];
  });
  return Object.fromEntries(entries.filter(([key, value]) => !isBlank(value) && !(types.get(key)?.type === 'several' && value === 0)));
};

/** As the Form.io form takes it. */
export const inForm = (sheet: Sheet, content: Content): Content => shown(fieldsOf(sheet), content);

/** As it is kept, of what the form's own check has let through. */
export const asKept = (sheet: Sheet, values: Content): Content => kept(fieldsOf(sheet), values);

/** Codes that the form has and the sheet does not: a sum would hold something that nobody can read. */
export function unknownCodes(sheet: Sheet, values: Content): FieldProblem[] {
  return fieldsOf(sheet).filter(({ type }) => type === 'several').flatMap((field) => {
    const value = values[field.key];
    const unknown = isRecord(value) ? Object.keys(value).find((code) => value[code] === true && !codesOf(field).includes(Number(code))) : undefined;
    return unknown === undefined ? [] : [{
      path: field.key,
      message: { id: `Kode “${unknown}” tidak ada pada lembar ${sheet.form.toUpperCase()}. Hapus pilihan itu dari formulirnya.`, en: `The code “${unknown}” is not on the sheet ${sheet.form.toUpperCase()}. Take that choice out of the form.` },
    }];
  });
}
