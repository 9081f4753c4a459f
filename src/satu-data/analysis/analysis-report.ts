import { isAmount } from '../datasets/dataset.types.js';
import { adminAddress } from '../shared/admin-address.js';
import { grouped } from '../shared/grouped.js';
import type { MeasuredColumn, Row } from './analyse.js';
import { Cited } from './cited.js';
import type { Fact } from './cube.js';
import type { DatasetAnalysis, DatasetFigures } from './opened.js';
import type { Places } from './places.js';
import { figureTables } from './report-tables.js';
import { textBlocks } from './report-text.js';
import { isDecimal } from './decimal.js';
import { isIncomplete, type Figure } from './figure.js';
import type { Figures } from './figures.js';
import { placeWords, reasonWords } from './figure-words.js';
import { MISSING } from './page-parts.js';
import { figureAddress, pageAddress, partAddress, printer } from './printed.js';
import type { Operation, Query } from './query.js';

/** More would be no report any more; the data themselves have all rows. */
const MOST_REPORTED = 500;
const MOST_MISSING = 40;
/** Of the newest; the page of the analysis has the others. */
const MOST_TOTALS = 60;

/** What the letter `laporan-analisis` shows of an analysis; each figure with the address of where it comes from. */
export function analysisReport(analysis: DatasetAnalysis, { figures }: DatasetFigures, text = '') {
  const { dataset, columns, rows, officeName, measure } = analysis;
  const address = figureAddress(dataset.id);
  const print = printer(figures, address);
  const cited = new Cited();
  const bagian = textBlocks(text, figures, { addressOf: address, numberOf: (query) => cited.numberOf(query) });
  const all = figures.cube.facts.filter(({ table }) => table === 0);
  const own = all.slice(0, MOST_REPORTED);
  const shown = columns.filter(isAmount);
  const asked = (operation: Operation, at: Row): Query[] => (measure && (operation === 'pangsa' ? figures.addsUp(measure) : figures.rankedBy(at)) ? [{ column: measure, operation, where: at }] : []);
  const newest = figures.periods.at(-1) ?? '';
  const whole = (column: string, period = newest): Query => ({ column, operation: 'nilai', where: { [figures.period.name]: period } });
  const totals = periodTotals(figures, all, shown, whole, address);
  const [only] = figures.periods.length === 1 ? totals : [];
  const measured = shown.filter(({ name }) => dataset.variables.some((one) => one.name === name));
  const gaps = all.flatMap(({ at, values }) => measured.filter(({ name }) => !isDecimal(values[name])).map(({ title }) => ({ at, title }))).slice(0, MOST_MISSING);
  const valueOf = (queries: readonly Query[]): string => queries.map((query) => figures.of(query).value ?? '').join('');
  const lacks = (queries: readonly Query[]): boolean => queries.some((query) => figures.of(query).value !== null && isIncomplete(figures.of(query)));
  return {
    judul: dataset.title,
    produsen: officeName,
    definisi: dataset.definition,
    satuan: dataset.unit,
    bagian,
    asal: cited.list(figures, address),
    kolom: columns.map((one) => ({ key: one.name, label: labelOf(one), angka: isAmount(one) })),
    baris: own.map(({ at, row }) => {
      const [share, rank] = [asked('pangsa', at), asked('peringkat', at)];
      const places = [...shown.map(({ name }) => [name, { column: name, operation: 'nilai', where: at }] as const), ...share.map((query) => ['pangsa', query] as const), ...rank.map((query) => ['peringkat', query] as const)];
      return { ...named(columns, rows[row] ?? {}, figures.cube.places), pangsa: valueOf(share), peringkat: valueOf(rank), tidakLengkap: { pangsa: lacks(share), peringkat: lacks(rank) }, rujukan: Object.fromEntries(places.map(([name, query]) => [name, address(query)])) };
    }),
    /** Of a table of one period. Periods are not added up: of several each has its own. */
    jumlah: only?.jumlah ?? null,
    jumlahRujukan: only?.rujukan ?? {},
    tidakLengkap: only?.tidakLengkap ?? {},
    jumlahTiapPeriode: only ? [] : totals.slice(-MOST_TOTALS),
    terpotong: rows.length > own.length || totals.length > MOST_TOTALS,
    menurut: figureTables(figures, measure, print),
    indikator: dataset.indicators.map(({ name, title, unit }) => ({ nama: title, satuan: unit, rumus: figures.formulaOf(name, 'id'), sebab: reasonOf(figures.of(whole(name))), ...print(whole(name)) })),
    indikatorPeriode: newest,
    jumlahBaris: analysis.rowCount,
    rujukanBaris: pageAddress(dataset.id),
    /** Of a table that is too long to be shown row by row. */
    dijumlahkanMenurut: analysis.large ? columns.filter(({ key }) => key).map(({ title }) => title).join(', ') || null : null,
    nilaiKosong: analysis.missing,
    rujukanKosong: partAddress(dataset.id, MISSING),
    kosong: gaps.map(({ at, title }) => `${placeWords(figures, at, 'id')}: ${title}`),
    kosongLain: Math.max(0, analysis.missing - gaps.length),
    barisTidakAda: figures.gaps.slice(0, MOST_MISSING).map((where) => placeWords(figures, where, 'id')),
    barisTidakAdaLain: Math.max(0, figures.gaps.length - MOST_MISSING),
    /** Where there is none, no figure is a link. */
    tautan: adminAddress(),
  };
}

/** By period, of what adds up and what is computed of that; a period of one row has no total beside it. */
function periodTotals(figures: Figures, facts: readonly Fact[], columns: readonly MeasuredColumn[], whole: (column: string, period: string) => Query, address: (query: Query) => string) {
  const rows = grouped(facts, ({ at }) => at[figures.period.name]);
  return figures.periods.filter((period) => (rows.get(period)?.length ?? 0) > 1).flatMap((periode) => {
    const told = columns.map(({ name }) => ({ name, figure: figures.of(whole(name, periode)) })).filter(({ figure }) => figure.value !== null);
    if (told.length === 0) return [];
    return [{
      periode, jumlah: Object.fromEntries(told.map(({ name, figure }) => [name, figure.value])), rujukan: Object.fromEntries(told.map(({ name }) => [name, address(whole(name, periode))])),
      tidakLengkap: Object.fromEntries(told.filter(({ figure }) => isIncomplete(figure)).map(({ name }) => [name, true])),
    }];
  });
}

const reasonOf = (figure: Figure): string | null => reasonWords(figure)?.id ?? null;

/** More belongs into the report that goes with the letter. */
const MOST_ROWS = 60;
const MOST_FIGURES = 5;

/** The figures that a cover letter carries: the indicators, or the measures where none is computed, of each row and over all of the newest period. */
export function resultTable({ dataset, columns, rows, totals, totalsOf }: DatasetAnalysis, places: Places) {
  const computed = new Set(dataset.indicators.map(({ name }) => name));
  const keys = columns.filter(({ key }) => key);
  const figures = columns.filter((one) => (computed.size > 0 ? computed.has(one.name) : isAmount(one))).slice(0, MOST_FIGURES);
  const told = figures.filter(({ name }) => totals[name] !== undefined);
  const incomplete = told.filter(({ name }) => totalsOf.incomplete.includes(name));
  return {
    kolom: [...keys.map(({ name, title }) => ({ key: name, label: title, angka: false })), ...figures.map((one) => ({ key: one.name, label: labelOf(one), angka: true }))],
    baris: rows.slice(0, MOST_ROWS).map((row) => named(columns, row, places)),
    jumlah: told.length === 0 ? null : totals,
    jumlahPeriode: totalsOf.period,
    tidakLengkap: incomplete.length === 0 ? null : Object.fromEntries(incomplete.map(({ name }) => [name, true])),
    terpotong: rows.length > MOST_ROWS,
  };
}

/** A year is a whole number too, but part of the key: it is written 2024, not 2.024. */
const labelOf = ({ title, unit }: MeasuredColumn): string => (unit ? `${title} (${unit})` : title);

/** Codes with what they are called. */
function named(columns: readonly MeasuredColumn[], row: Row, places: Places): Row {
  const said = (column: string, code: string): string => { const title = places.title(column, code, 'id'); return title === code ? code : `${code} ${title}`; };
  return { ...row, ...Object.fromEntries(columns.flatMap(({ name }) => { const value = row[name]; return value === undefined ? [] : [[name, said(name, value)] as const]; })) };
}
