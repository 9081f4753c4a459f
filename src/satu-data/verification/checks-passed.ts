import type { Text } from 'tertib';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import type { RuleName } from './finding.js';

type Described = Pick<DatasetEntity, 'variables' | 'rules'>;

/** What each check looks at, and which data sets it looks at all. */
const CHECKS: Readonly<Record<RuleName, { readonly title: Text; readonly asked: (dataset: Described) => boolean }>> = {
  empty: { title: { id: 'Tabel berisi baris', en: 'The table has rows' }, asked: always },
  template: { title: { id: 'Templat yang berlaku', en: 'The template in force' }, asked: always },
  'column-missing': { title: { id: 'Semua kolom ada', en: 'All columns are there' }, asked: always },
  'column-unknown': { title: { id: 'Tidak ada kolom asing', en: 'No unknown columns' }, asked: always },
  type: { title: { id: 'Jenis nilai', en: 'Type of values' }, asked: always },
  required: { title: { id: 'Kolom wajib terisi', en: 'Required columns are filled' }, asked: ({ variables }) => variables.some(({ required }) => required) },
  range: { title: { id: 'Nilai terkecil dan terbesar', en: 'Smallest and largest value' }, asked: ({ variables }) => variables.some(({ min, max }) => min ?? max) },
  code: { title: { id: 'Kode terdaftar', en: 'Codes are listed' }, asked: ({ variables }) => variables.some(({ codes, type }) => codes || type === 'region') },
  pattern: { title: { id: 'Pola isian', en: 'Pattern of values' }, asked: ({ variables }) => variables.some(({ pattern }) => pattern) },
  key: { title: { id: 'Tidak ada baris ganda', en: 'No row is there twice' }, asked: ({ variables }) => variables.some(({ key }) => key) },
  sum: { title: { id: 'Bagian sama dengan jumlah', en: 'Parts make up the whole' }, asked: ({ rules }) => rules.some(({ kind }) => kind === 'sum') },
  compare: { title: { id: 'Aturan kantor sendiri', en: 'The office’s own rules' }, asked: ({ rules }) => rules.some(({ kind }) => kind === 'compare') },
  grid: { title: { id: 'Wilayah dan periode lengkap', en: 'Regions and periods are complete' }, asked: ({ rules }) => rules.some(({ kind }) => kind === 'grid') },
  outlier: { title: { id: 'Perubahan yang tidak lazim', en: 'Unusual changes' }, asked: ({ rules }) => rules.some(({ kind }) => kind === 'outlier') },
  change: { title: { id: 'Perbedaan dari penyampaian sebelumnya', en: 'Differences from the delivery before' }, asked: always },
};

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
