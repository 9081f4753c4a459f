import type { Text } from 'tertib';
import type { MetadataKind } from '../metadata.entity.js';

/** What a record says, by field, as it is kept. */
export type Content = Readonly<Record<string, unknown>>;

/** Asked only where another field says this, or one of these; of several answers (codes are numbers) where this code, or one of these, is among them. */
export interface Asked {
  readonly field: string;
  readonly is: string | number | boolean | readonly (string | number)[];
}

/** An answer to choose: its value, which is the code on the sheet where it is a number. */
export type Option = readonly [value: string, id: string, en: string];

/** Filled in from another record by its code: here the field, there the field of that record. */
export interface Reference {
  readonly kind: MetadataKind;
  readonly takes: Readonly<Record<string, string>>;
}

/** A question of a sheet. All that form, schema, completeness and print know of it stands here. */
export interface Field {
  readonly key: string;
  /** As on the sheet, such as `4.6`; blank: without a number. */
  readonly no: string;
  readonly label: Text;
  /**
   * `line` and `long` are texts; `yes` is yes or no, and kept as a boolean; `one` is an answer of the options; `several` is kept as one sum of their
   * codes, which are powers of two; `rows` is a list of rows of the columns; `list` is one of the office's lists of codes.
   */
  readonly type: 'line' | 'long' | 'number' | 'day' | 'yes' | 'one' | 'several' | 'rows' | 'list';
  readonly options?: readonly Option[];
  readonly columns?: readonly Field[];
  readonly asked?: Asked;
  /** May stay blank in a complete record. */
  readonly optional?: boolean;
  readonly hint?: Text;
  /** Only of a field or column that holds the code of another record. */
  readonly of?: Reference;
  /** Codes by which earlier forms had an answer, which an office may still use, and what they are now. */
  readonly earlier?: Readonly<Record<string, string>>;
}

export interface Block {
  /** Roman on MS-Keg; blank: without a number. */
  readonly no: string;
  readonly title: Text;
  readonly fields: readonly Field[];
  readonly asked?: Asked;
}

/** A form of BPS. */
export interface Sheet {
  readonly kind: MetadataKind;
  /** Key of the Form.io form. */
  readonly form: string;
  readonly title: Text;
  /** What a record is called by. */
  readonly name: string;
  /** Each block is a page of its own. */
  readonly pages: boolean;
  readonly blocks: readonly Block[];
}

/** All questions, with the condition of their block where they have none. */
export const fieldsOf = ({ blocks }: Sheet): Field[] => blocks.flatMap(({ fields, asked }) => fields.map((field) => (asked && !field.asked ? { ...field, asked } : field)));

export const codesOf = ({ options = [] }: Pick<Field, 'options'>): number[] => options.map(([value]) => Number(value));

/** What a condition hides holds nothing, so that no chain of conditions has to be followed. */
export function isAsked({ asked }: Pick<Field, 'asked'>, content: Content): boolean {
  if (!asked) return true;
  const { field, is } = asked;
  const value = content[field];
  return [is].flat().some((one) => (typeof one === 'number' ? typeof value === 'number' && Math.floor(value / one) % 2 === 1 : value === one));
}

/** `false` is an answer, a "no"; an answer of several with none ticked is not kept at all. */
export const isBlank = (value: unknown): boolean => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
