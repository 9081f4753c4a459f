import { partAddress } from '../printed.js';
import type { OwnAnalysisEntity } from './own-analysis.entity.js';

/** What the letter `laporan-analisis` shows of the analyses of others: those that were made of this very table. */
export const reportOwn = (made: readonly (OwnAnalysisEntity & { readonly current: boolean })[]) =>
  made.filter(({ current }) => current).map(({ datasetId, key, title, method, columns, rows, topic, stepTitle }) => ({
    judul: title.id, cara: method.id, langkah: stepTitle?.id ?? topic, rujukan: partAddress(datasetId, key),
    kolom: columns.map(({ name, title: label, number }) => ({ key: name, label: label.id, angka: number ?? false })),
    baris: rows,
  }));
