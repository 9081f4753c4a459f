import { DISPLAY_TYPES, LAYOUT_TYPES, type FormComponent } from '../../platform/forms/index.js';
import { TYPES } from '../../platform/forms/policy/properties.js';
import { fieldsOf, unionOf, valueTypes, type Field } from './form-fields.js';

const values = [{ label: 'B', value: 'b' }, { label: 'A', value: "a'" }];
const field = (type: string, more: object = {}): FormComponent => ({ type, key: 'isian', ...more });
const typeOf = (component: FormComponent) => unionOf(valueTypes(component) ?? ['nothing']);
/** `key: type`, rows in brackets. */
const shown = (fields: readonly Field[]): string =>
  fields.map(({ key, optional, type }) => `${key}${optional ? '?' : ''}: ${typeof type[0] === 'object' ? `[${shown(type as readonly Field[])}]` : unionOf(type as readonly string[])}`).join('; ');
const required = { validate: { required: true } };
const conditional = { conditional: { show: true, when: 'lain', eq: 'ya' } };

describe('types of fields', () => {
  it.each(Object.keys(TYPES))('there is an answer for %s, which forms may hold', (type) => {
    expect(fieldsOf([field(type)])).toHaveLength(DISPLAY_TYPES.has(type) || LAYOUT_TYPES.has(type) ? 0 : 1);
  });

  it('refuses a kind that it does not know', () => expect(() => fieldsOf([field('sketchpad')])).toThrow('No type is known for the component type "sketchpad" of "isian"'));

  it.each<[string, FormComponent, string]>([
    ['a text', field('textfield'), 'string'],
    ['a number', field('number'), 'number'],
    ['a box', field('checkbox'), 'boolean'],
    ['a box that must be ticked', field('checkbox', required), 'true'],
    ['one of several', field('radio', { values }), "'a\\'' | 'b'"],
    ['one of a list', field('select', { data: { values } }), "'a\\'' | 'b'"],
    ['some of a list', field('select', { data: { values }, multiple: true }), "readonly ('a\\'' | 'b')[]"],
    ['boxes', field('selectboxes', { values }), "Readonly<Partial<Record<'a\\'' | 'b', boolean>>>"],
    ['several texts', field('textfield', { multiple: true }), 'readonly string[]'],
    ['files', field('berkas', { multiple: true }), 'readonly FileRef[]'],
    ['a choice without choices', field('radio'), 'never'],
  ])('%s', (_name, component, type) => expect(typeOf(component)).toBe(type));
});

describe('fields of a form', () => {
  it('are there where they are required, in the order of their names', () => {
    expect(shown(fieldsOf([field('textfield', { key: 'b', ...required }), field('number', { key: 'a' })]))).toBe('a?: number; b: string');
  });

  it('may be missing where a condition, their own or one above, may hide them', () => {
    const inner = [field('textfield', { key: 'dalam', ...required })];
    const columns = [{ components: [field('textfield', { key: 'kolom', ...required })] }];
    expect(shown(fieldsOf([field('textfield', { ...required, ...conditional })]))).toBe('isian?: string');
    expect(shown(fieldsOf([field('panel', { key: 'p', components: [field('fieldset', { key: 'f', components: inner })], ...conditional })]))).toBe('dalam?: string');
    expect(shown(fieldsOf([field('columns', { key: 'c', columns, ...conditional })]))).toBe('kolom?: string');
    expect(shown(fieldsOf([field('textfield', { ...required, conditional: { show: null, when: null, eq: '' } })]))).toBe('isian: string');
  });

  it('may be missing where the server gives them, and are left out where they are not kept', () => {
    expect(shown(fieldsOf([field('textfield', { ...required, disabled: true })]))).toBe('isian?: string');
    expect(shown(fieldsOf([field('textfield', { ...required, hidden: true })]))).toBe('isian?: string');
    expect(fieldsOf([field('textfield', { persistent: false }), field('datagrid', { key: 'g', persistent: 'client-only', components: [field('number')] }), field('content', { key: 'c' })])).toEqual([]);
  });

  it('nest in grids, whose rows have conditions of their own', () => {
    const row = [field('panel', { key: 'p', components: [field('textfield', { key: 'nama', ...required })] }), field('editgrid', { key: 'dalam', components: [field('number', { key: 'angka', ...required })], ...conditional })];
    expect(shown(fieldsOf([field('datagrid', { key: 'baris', components: row, ...required })]))).toBe('baris: [dalam?: [angka: number]; nama: string]');
    expect(shown(fieldsOf([field('datagrid', { key: 'baris', components: row, ...required, ...conditional })]))).toBe('baris?: [dalam?: [angka: number]; nama: string]');
    expect(shown(fieldsOf([field('datagrid', { key: 'baris', components: row, ...required, disabled: true })]))).toBe('baris?: [dalam?: [angka?: number]; nama?: string]');
    expect(shown(fieldsOf([field('panel', { key: 'q', disabled: true, components: [field('datagrid', { key: 'baris', components: row })] })]))).toBe('baris?: [dalam?: [angka?: number]; nama?: string]');
  });
});
