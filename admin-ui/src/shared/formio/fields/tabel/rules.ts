import { defineWords } from '../../../i18n/index.js';

/** What a check looked at, by the name that the server gives its rule. */
export const rules = defineWords(
  {
    unreadable: 'Berkas terbaca',
    empty: 'Data ada',
    template: 'Templat',
    'column-missing': 'Kolom lengkap',
    'column-unknown': 'Kolom dikenal',
    type: 'Jenis isian',
    required: 'Wajib diisi',
    range: 'Batas nilai',
    code: 'Kode',
    pattern: 'Pola',
    key: 'Baris ganda',
    sum: 'Penjumlahan',
    grid: 'Kelengkapan baris',
    outlier: 'Nilai tidak lazim',
    change: 'Perubahan besar',
  },
  {
    unreadable: 'File readable',
    empty: 'Data present',
    template: 'Template',
    'column-missing': 'Columns complete',
    'column-unknown': 'Columns known',
    type: 'Type of value',
    required: 'Required',
    range: 'Range',
    code: 'Code',
    pattern: 'Pattern',
    key: 'Duplicate row',
    sum: 'Sum',
    grid: 'Rows complete',
    outlier: 'Outlier',
    change: 'Large change',
  },
);
