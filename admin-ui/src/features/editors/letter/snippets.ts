import type { LetterField, LetterFieldGroup } from '../../../api/index.js';

const WRITTEN: Record<LetterField['type'], (path: string) => string> = {
  text: (path) => `{{${path}}}`,
  number: (path) => `{{angka ${path}}}`,
  date: (path) => `{{tanggal ${path}}}`,
  time: (path) => `{{tanggal ${path} hari=true jam=true}}`,
  'yes-no': (path) => `{{#if ${path}}}…{{else}}…{{/if}}`,
};
const OPENS = /\{\{#(each|with)\s+([^\s}]+)/g;
const CLOSES = /\{\{\/(each|with)\}\}/g;

/** The lists around a place in a text, the outermost first. */
export function listsAround(before: string): string[] {
  const marks = [...before.matchAll(OPENS), ...before.matchAll(CLOSES)].toSorted((a, b) => a.index - b.index);
  const open: string[] = [];
  for (const [, , name] of marks) {
    if (name === undefined) open.pop();
    else open.push(name);
  }
  return open;
}

/** How a field is written where the text so far is `before`: in a list, what stands outside of it is asked for there. */
export function written({ path, type }: LetterField, list: string | null, before: string): string {
  const around = listsAround(before);
  if (list === null) return WRITTEN[type](`${'../'.repeat(around.length)}${path}`);
  return around.at(-1)?.replaceAll('../', '') === list ? WRITTEN[type](path) : `{{#each ${'../'.repeat(around.length)}${list}}}${WRITTEN[type](path)} {{/each}}`;
}

/** A list with all that its entries have. */
export function wholeList({ list, fields }: LetterFieldGroup, before: string): string {
  const inside = fields.map(({ path, type }) => WRITTEN[type](path)).join(', ');
  return `{{#each ${'../'.repeat(listsAround(before).length)}${list}}}\n{{urut @index}}. ${inside}\n{{/each}}`;
}
