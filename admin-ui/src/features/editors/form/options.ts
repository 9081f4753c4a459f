import type { words } from '../words.js';

type Texts = (typeof words)['id'];

const group = (title: string, weight: number, names: string[], open = false) => ({
  title, weight, default: open, components: Object.fromEntries(names.map((name) => [name, true])),
});

const TYPES = ['textfield', 'textarea', 'number', 'checkbox', 'selectboxes', 'select', 'radio', 'datetime', 'day', 'email', 'phoneNumber', 'datagrid', 'editgrid', 'panel', 'columns', 'fieldset', 'well', 'content', 'berkas', 'tabelData', 'readonlyTable', 'pilihProdusen', 'surat'];
const NO_VARIABLE = new Set(['datagrid', 'editgrid', 'panel', 'columns', 'fieldset', 'well', 'content', 'textarea', 'berkas', 'tabelData', 'readonlyTable', 'surat']);
/** Tabs whose settings the server refuses, or that nobody here needs. */
const HIDDEN_TABS = ['logic', 'layout', 'addons'].map((key) => ({ key, ignore: true }));

/** The side bar and the edit forms of the builder: what may be in a form and nothing else. */
export function builderOptions(t: Texts) {
  const variable = { key: 'data', components: [{ type: 'checkbox', key: 'processVariable', label: t.processVariable, input: true, weight: 5 }] };
  return {
    builder: {
      basic: false, advanced: false, layout: false, data: false, premium: false, resource: false,
      fields: group(t.fields, 0, ['textfield', 'textarea', 'number', 'radio', 'select', 'selectboxes', 'checkbox', 'datetime', 'day', 'email', 'phoneNumber'], true),
      tertib: group(t.own, 10, ['berkas', 'tabelData', 'readonlyTable', 'pilihProdusen', 'surat']),
      structure: group(t.layout, 20, ['panel', 'columns', 'fieldset', 'well', 'datagrid', 'editgrid', 'content']),
    },
    editForm: Object.fromEntries(TYPES.map((type) => [type, NO_VARIABLE.has(type) ? HIDDEN_TABS : [...HIDDEN_TABS, variable]])),
  };
}
