import { REGIONS } from '../reference/index.js';
import type { MeasuredColumn, Row } from './analyse.js';
import type { DatasetAnalysis } from './analysis.service.js';

/** What the letter `laporan-analisis` and the forms of steps 10 to 15 show of an analysis. */
export function analysisReport(analysis: DatasetAnalysis) {
  const { dataset, columns, rows, totals, shares, officeName } = analysis;
  return {
    judul: dataset.title,
    produsen: officeName,
    definisi: dataset.definition,
    satuan: dataset.unit,
    kolom: columns.map((one) => ({ key: one.name, label: labelOf(one), angka: isFigure(one) })),
    baris: rows.map((row, index) => ({ ...named(columns, row), pangsa: shares[index]?.share ?? '', peringkat: shares[index]?.rank ?? '' })),
    jumlah: totals,
    indikator: dataset.indicators.map(({ name, title, unit }) => ({ nama: title, satuan: unit, nilai: totals[name] ?? '' })),
    jumlahBaris: rows.length,
    nilaiKosong: analysis.missing,
  };
}

/** More belongs into the report that goes with the letter. */
const MOST_ROWS = 60;
const MOST_FIGURES = 5;

/** The figures that a cover letter carries: the indicators, or the measures where none is computed, of each row and over all. */
export function resultTable({ dataset, columns, rows, totals }: DatasetAnalysis) {
  const computed = new Set(dataset.indicators.map(({ name }) => name));
  const keys = columns.filter(({ key }) => key);
  const figures = columns.filter((one) => (computed.size > 0 ? computed.has(one.name) : isFigure(one)));
  return {
    kolom: [...keys.map(({ name, title }) => ({ key: name, label: title, angka: false })), ...figures.slice(0, MOST_FIGURES).map((one) => ({ key: one.name, label: labelOf(one), angka: true }))],
    baris: rows.slice(0, MOST_ROWS).map((row) => named(columns, row)),
    jumlah: totals,
    terpotong: rows.length > MOST_ROWS,
  };
}

/** A year is a whole number too, but part of the key: it is written 2024, not 2.024. */
const isFigure = ({ type, key }: MeasuredColumn): boolean => !key && (type === 'integer' || type === 'number');
const labelOf = ({ title, unit }: MeasuredColumn): string => (unit ? `${title} (${unit})` : title);

/** Region codes with what they are called. */
function named(columns: readonly MeasuredColumn[], row: Row): Row {
  const regions = columns.filter(({ type, name }) => type === 'region' && row[name] !== undefined);
  return { ...row, ...Object.fromEntries(regions.map(({ name }) => [name, `${row[name]} ${REGIONS[row[name] ?? ''] ?? ''}`.trim()])) };
}
