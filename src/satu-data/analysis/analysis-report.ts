import type { DatasetAnalysis } from './analysis.service.js';

/** What the letter `laporan-analisis` and the forms of steps 10 to 15 show of an analysis. */
export function analysisReport(analysis: DatasetAnalysis) {
  const { dataset, columns, rows, totals, shares, officeName } = analysis;
  return {
    judul: dataset.title,
    produsen: officeName,
    definisi: dataset.definition,
    satuan: dataset.unit,
    kolom: columns.map(({ name, title, unit, type }) => ({ key: name, label: unit ? `${title} (${unit})` : title, angka: type === 'integer' || type === 'number' })),
    baris: rows.map((row, index) => ({ ...row, pangsa: shares[index]?.share ?? '', peringkat: shares[index]?.rank ?? '' })),
    jumlah: totals,
    indikator: dataset.indicators.map(({ name, title, unit }) => ({ nama: title, satuan: unit, nilai: totals[name] ?? '' })),
    jumlahBaris: rows.length,
    nilaiKosong: analysis.missing,
  };
}
