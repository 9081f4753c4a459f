import { Components } from '@formio/js';
import type { FormComponent } from '../../../api/index.js';
import type { words } from '../words.js';
import { decision } from './decision.js';
import { columnsOf } from './caseTable/columns.js';
import type { SettingLists } from './lists.js';
import { dialogOf } from './settings.js';

type Texts = (typeof words)['id'] & { language: 'id' | 'en' };

const GROUPS = {
  fields: ['textfield', 'textarea', 'number', 'radio', 'select', 'selectboxes', 'checkbox', 'datetime', 'day', 'email', 'phoneNumber'],
  tertib: ['berkas', 'tabelData', 'tabelKasus', 'readonlyTable', 'pilihProdusen', 'pilihOrang', 'pilihInstansi', 'pilihKode', 'surat', 'isiData'],
  structure: ['panel', 'columns', 'fieldset', 'well', 'datagrid', 'editgrid', 'content'],
};

/** Where Form.io begins a field in the American way. */
const OURS: Readonly<Record<string, object>> = { day: { dayFirst: true }, phoneNumber: { inputMask: '' } };

interface BuilderInfo {
  title: string;
  icon: string;
  weight: number;
  schema: FormComponent;
}
const infos = (Components as unknown as { components: Record<string, { builderInfo: BuilderInfo }> }).components;

const entry = (type: string, ours: Readonly<Record<string, object>>) => {
  const info = infos[type]?.builderInfo;
  return info && ours[type] ? { ...info, key: type, schema: { ...info.schema, ...ours[type] } } : true;
};

const group = (title: string, weight: number, types: string[], ours: Readonly<Record<string, object>>, open = false, more: object = {}) => ({
  title, weight, default: open, components: { ...Object.fromEntries(types.map((type) => [type, entry(type, ours)])), ...more },
});

/** The side bar and the edit forms of the builder: what may be in a form and nothing else. */
export function builderOptions(t: Texts, lists: SettingLists) {
  // A choice of a code is of some list from the beginning, and a table of some other.
  const [table] = lists.tables;
  const ours = { ...OURS, pilihKode: { scheme: lists.schemes[0]?.value ?? '' }, ...(table ? { tabelKasus: { table: { source: table.source, columns: columnsOf(table) } } } : {}) };
  return {
    builder: {
      basic: false, advanced: false, layout: false, data: false, premium: false, resource: false,
      fields: group(t.fields, 0, GROUPS.fields, ours, true),
      tertib: group(t.own, 10, GROUPS.tertib, ours, false, { keputusan: { title: t.decision, icon: 'signpost', key: 'keputusan', weight: 5, schema: decision } }),
      structure: group(t.layout, 20, GROUPS.structure, ours),
    },
    editForm: Object.fromEntries([...Object.values(GROUPS).flat(), 'bagian'].map((type) => [type, dialogOf(type, t, lists)])),
  };
}
