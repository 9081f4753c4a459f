import type { Text } from 'tertib';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { ADJUSTABLE } from '../datasets/rule-settings.js';
import type { RuleName } from './finding.js';
import { addedUp, layeredKeys } from './wholes.js';

type Described = Pick<DatasetEntity, 'variables' | 'rules'>;

/** What each check looks at, and which data sets it looks at all. */
const CHECKS: Readonly<Record<RuleName, { readonly title: Text; readonly asked: (dataset: Described) => boolean }>> = {
  empty: { title: { id: 'Tabel berisi baris', en: 'The table has rows' }, asked: always },
  template: { title: ADJUSTABLE.template.title, asked: always },
  'column-missing': { title: { id: 'Semua kolom ada', en: 'All columns are there' }, asked: always },
  'column-unknown': { title: ADJUSTABLE['column-unknown'].title, asked: always },
  reading: { title: { id: 'Cara membaca tabel', en: 'How the table is read' }, asked: always },
  type: { title: { id: 'Jenis nilai', en: 'Type of values' }, asked: always },
  required: { title: { id: 'Kolom wajib terisi', en: 'Required columns are filled' }, asked: ({ variables }) => variables.some(({ required }) => required) },
  range: { title: ADJUSTABLE.range.title, asked: ({ variables }) => variables.some(({ min, max }) => min ?? max) },
  code: { title: { id: 'Kode terdaftar', en: 'Codes are listed' }, asked: ({ variables }) => variables.some(({ codes, type }) => codes || type === 'region') },
  pattern: { title: ADJUSTABLE.pattern.title, asked: ({ variables }) => variables.some(({ pattern }) => pattern) },
  key: { title: { id: 'Tidak ada baris ganda', en: 'No row is there twice' }, asked: ({ variables }) => variables.some(({ key }) => key) },
  sum: { title: ADJUSTABLE.sum.title, asked: ({ rules }) => rules.some(({ kind }) => kind === 'sum') },
  whole: { title: ADJUSTABLE.whole.title, asked: (dataset) => addedUp(dataset).length > 0 && layeredKeys(dataset.variables).length > 0 },
  compare: { title: { id: 'Aturan kantor sendiri', en: 'The office’s own rules' }, asked: ({ rules }) => rules.some(({ kind }) => kind === 'compare') },
  grid: { title: { id: 'Wilayah dan periode lengkap', en: 'Regions and periods are complete' }, asked: ({ rules }) => rules.some(({ kind }) => kind === 'grid') },
  outlier: { title: ADJUSTABLE.outlier.title, asked: ({ rules }) => rules.some(({ kind }) => kind === 'outlier') },
  change: { title: ADJUSTABLE.change.title, asked: always },
};

/** What each check is called. */
export const CHECK_TITLES = Object.fromEntries(Object.entries(CHECKS).map(([rule, { title }]) => [rule, title])) as Readonly<Record<RuleName, Text>>;

function always(): boolean {
  return true;
}

/** The checks that a data set's delivery went through, and how many findings each has. */
export function checksOf(dataset: Described, found: readonly { readonly rule: string; readonly findings: number | string; readonly accepted: string | null }[]) {
  return Object.entries(CHECKS).filter(([, { asked }]) => asked(dataset)).map(([rule, { title }]) => {
    const here = found.find((one) => one.rule === rule);
    const findings = Number(here?.findings ?? 0);
    return { rule, title, passed: findings === 0, findings, accepted: here?.accepted ?? null };
  });
}
