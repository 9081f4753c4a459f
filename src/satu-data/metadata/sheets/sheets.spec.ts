import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { childrenOf, FormPolicy, walk, type FormComponent, type FormDefinition } from '../../../platform/forms/index.js';
import { completeness } from '../completeness.js';
import { SHEETS } from './index.js';
import { codesOf, fieldsOf, isAsked, type Asked, type Content, type Field } from './sheet.js';

const all = Object.values(SHEETS);
const formOf = (key: string) => JSON.parse(readFileSync(join(__dirname, '../../../../forms', `${key}.json`), 'utf8')) as FormDefinition;
const TYPES: Readonly<Record<Field['type'], readonly string[]>> = {
  line: ['textfield'], long: ['textarea'], number: ['number'], day: ['datetime'], yes: ['radio'], one: ['radio', 'select'], several: ['selectboxes'], rows: ['datagrid', 'editgrid'], list: ['pilihKode'],
};

const optionsIn = (component: FormComponent): string[][] => {
  const data = component['data'] as { values?: unknown } | undefined;
  return ((component['values'] ?? data?.values ?? []) as { value: string; label: string }[]).map(({ value, label }) => [value, label]);
};
const inForm = (is: string | number | boolean): string => (is === true ? 'ya' : is === false ? 'tidak' : String(is));
const conditionOf = ({ field, is }: Asked) => [is].flat().map((value) => [field, inForm(value)]);
function conditionIn(component: FormComponent): string[][] {
  const { when, eq, conditions = [] } = (component['conditional'] ?? {}) as { when?: string; eq?: string; conditions?: { component: string; value: string }[] };
  return when ? [[when, eq ?? '']] : conditions.map((one) => [one.component, one.value]);
}
const facts = (field: Field) => ({
  key: field.key, label: `${field.no ? `${field.no}. ` : ''}${field.label.id}`, asked: field.asked ? conditionOf(field.asked) : [],
  options: field.type === 'yes' ? [['ya', 'Ya'], ['tidak', 'Tidak']] : (field.options ?? []).map(([value, label]) => [value, label]), columns: (field.columns ?? []).map((column) => column.key),
});
/** Two days of one stage stand side by side. */
const questionsIn = (panel: FormComponent): FormComponent[] => childrenOf(panel).flatMap((one) => (one.type === 'columns' ? childrenOf(one) : [one]));
const factsIn = (component: FormComponent) => ({ key: component.key, label: component.label, asked: conditionIn(component), options: optionsIn(component), columns: (component.components ?? []).map(({ key }) => key) });

describe.each(all)('the sheet $form', (sheet) => {
  const form = formOf(sheet.form);
  const fields = fieldsOf(sheet);

  it('is its form: the same questions in the same blocks, with their choices and conditions', () => {
    expect(new FormPolicy().check(form)).toEqual([]);
    expect(form.title).toEqual(sheet.title);
    expect(form.components.map((panel) => [panel['title'], conditionIn(panel), questionsIn(panel).map(factsIn)])).toEqual(sheet.blocks.map(({ no, title, asked, fields: own }) => [`${no ? `${no}. ` : ''}${title.id}`, asked ? conditionOf(asked) : [], own.map(facts)]));
  });

  it('has fields of the types that its answers are', () => {
    const byKey = new Map([...walk(form.components)].map((component) => [component.key, component.type]));
    const questions = fields.flatMap((field) => [field, ...(field.columns ?? [])]);
    expect(questions.filter(({ key, type }) => !TYPES[type].includes(byKey.get(key) ?? '')).map(({ key }) => key)).toEqual([]);
    expect(new Set(questions.map(({ key }) => key)).size).toBe(questions.length);
  });

  it('says the same in English', () => {
    const english = form.i18n?.en ?? {};
    for (const { label, hint, options = [], columns = [] } of fields) {
      expect(Object.entries(english).find(([text]) => text === label.id || text.endsWith(`. ${label.id}`))?.[1]).toMatch(new RegExp(`${label.en.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`));
      for (const [, id, en] of options) expect(english[id]).toBe(en);
      for (const column of columns) expect(english[column.label.id]).toBe(column.label.en);
      expect(hint ? english[hint.id] : undefined).toBe(hint?.en);
    }
  });

  it('has codes of several answers that are powers of two, each once', () => {
    for (const field of fields.filter(({ type }) => type === 'several')) expect(codesOf(field)).toEqual(codesOf(field).map((_, index) => 2 ** index));
  });

  it('asks by what another question can answer', () => {
    const known = new Map(fields.map((field) => [field.key, field]));
    const wrong = fields.flatMap(({ key, asked }) => {
      const by = asked && known.get(asked.field);
      if (!asked) return [];
      const can = by?.type === 'yes' ? typeof asked.is === 'boolean' : by?.type === 'several' ? [asked.is].flat().every((code) => codesOf(by).includes(code as number)) : [asked.is].flat().every((value) => by?.options?.some(([option]) => option === value));
      return can ? [] : [key];
    });
    expect(wrong).toEqual([]);
  });

  it('is complete once all that is asked is answered, and not before', () => {
    // Answers as a person gives them, one after the other: whatever they bring up is asked next.
    let content: Content = {};
    const answer = ({ type, options = [], columns = [] }: Field): unknown => (type === 'yes' ? true : type === 'one' ? options.at(-1)?.[0] : type === 'several' ? 1 : type === 'number' ? 0 : type === 'rows' ? [Object.fromEntries(columns.filter((column) => !column.optional).map((column) => [column.key, answer(column)]))] : 'x');
    for (let left = fields.length; completeness(sheet.kind, content).missing.length > 0 && left > 0; left -= 1) {
      const [missing] = completeness(sheet.kind, content).missing;
      const field = fields.find(({ key }) => key === missing?.field);
      expect(field && isAsked(field, content) && !field.optional).toBe(true);
      content = { ...content, [field?.key ?? '']: answer(field as Field) };
    }
    expect(completeness(sheet.kind, content)).toEqual({ percent: 100, missing: [] });
    const [last] = Object.keys(content).slice(-1);
    const without = Object.fromEntries(Object.entries(content).filter(([key]) => key !== last));
    expect(completeness(sheet.kind, without).percent).toBeLessThan(100);
  });
});
