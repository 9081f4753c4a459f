import type { Language } from 'tertib';
import { choiceLabel } from '../data-list/list-fields.js';
import { DOWNLOADS } from '../publication/downloads.js';
import { LICENCES } from '../publication/licences.js';
import type { PublicationEntity } from '../publication/publication.entity.js';
import { CellWords } from './cell-words.js';
import { chartPage } from './chart-page.js';
import { figureAddress, figureName, hasTotals } from './figure-place.js';
import { formatDate } from '../shared/office-time.js';
import { formatDecimal } from './number-format.js';
import type { PortalTexts } from './texts.js';

/** Shown, of any table: a page of more holds up the server and whoever reads it. The CSV file has all. */
const MOST_ROWS = 500;
/** Of a large table, whose own rows are only the first ones. */
const MOST_LARGE_ROWS = 100;
/** Rows of which each number leads to where it comes from. */
const MOST_LINKED = 500;

/** What the view of one data set shows: cells formatted for people, metadata with labels. */
export function datasetPage(one: PublicationEntity, t: PortalTexts, language: Language, timeZone: string) {
  const words = new CellWords(one, language);
  const few = one.rows.length <= MOST_LINKED;
  // Of a long table one number in each row leads on: its page leads to the others.
  const first = one.columns.find(({ name }) => words.isNumber(name))?.name;
  const cell = (column: string, row: number) => {
    const figure = { row, column };
    const leads = words.isNumber(column) && words.valueAt(figure) !== undefined && (few || column === first || row === one.rows.length);
    return { number: words.isNumber(column), value: words.at(figure), href: leads ? figureAddress(one.slug, figureName(one, figure), language) : null };
  };
  const lacks = new Set(one.totalsOf?.incomplete.filter((name) => one.totals[name] !== undefined));
  const total = (name: string) => { const shown = cell(name, one.rows.length); return lacks.has(name) ? { ...shown, value: `${shown.value} *` } : shown; };
  const told = one.columns.map(({ name }, index) => (index === 0 ? { number: false, value: [t.total, one.totalsOf?.period].filter(Boolean).join(' '), href: null } : total(name)));
  const totals = hasTotals(one) && told.slice(1).some(({ value }) => value !== '') ? told : null;
  // Whoever wants more of a large table downloads it; what stands below must still be found.
  const shownRows = one.rows.slice(0, one.rowCount === null ? MOST_ROWS : MOST_LARGE_ROWS);
  const rowCount = one.rowCount ?? one.rows.length;
  const licence = LICENCES[one.licence];
  const described = Object.entries(one.metadata).filter(([, value]) => value && value !== '-');
  return {
    ...one,
    licence: { title: licence?.title ?? one.licence },
    modified: formatDate(one.modifiedAt, language, timeZone),
    chart: one.chart && chartPage(one, one.chart, words, t, language, shownRows.length),
    downloads: downloadsOf(one, t, language),
    columns: one.columns.map(({ name, title, unit }) => ({ title, unit, number: words.isNumber(name) })),
    rows: shownRows.map((_, row) => one.columns.map(({ name }) => cell(name, row))),
    totals,
    totalsIncomplete: totals !== null && one.columns.some(({ name }) => lacks.has(name)) ? t.totalIncomplete : null,
    confidential: words.hides,
    partly: one.rowCount === null && shownRows.length === rowCount ? null : `${t.partly.replace('{shown}', formatDecimal(String(shownRows.length), language)).replace('{all}', formatDecimal(String(rowCount), language))}${totals ? ` ${t.partlyTotal}` : ''}`,
    metadata: [
      { label: t.producer, value: one.officeName },
      { label: t.period, value: one.periodTitle },
      { label: t.definition, value: one.definition },
      { label: t.unit, value: one.unit },
      ...described.map(([key, value]) => ({ label: t[key as keyof PortalTexts] ?? key, value: choiceLabel(CHOSEN[key] ?? key, String(value), language) })),
      { label: t.licence, value: licence?.title ?? one.licence, url: licence?.url },
      { label: t.published, value: formatDate(one.publishedAt, language, timeZone) },
    ],
  };
}

/** Metadata whose values are choices of the data list. */
const CHOSEN: Readonly<Record<string, string>> = { kind: 'jenis', riskClass: 'kelasRisiko' };

const LABELS: Readonly<Record<keyof typeof DOWNLOADS, 'download' | 'dataPackage'>> = { csv: 'download', dataPackage: 'dataPackage' };

/** Links to all that is served of a data set; of a large table with how much the first of them is. */
const downloadsOf = ({ slug, fileSize, rowCount }: PublicationEntity, t: PortalTexts, language: Language) =>
  (Object.keys(LABELS) as (keyof typeof LABELS)[]).map((key) => ({
    href: `/dataset/${slug}/${DOWNLOADS[key].file}`, label: key === 'csv' && rowCount !== null ? `${t[LABELS[key]]} (${sizeOf(fileSize, language)})` : t[LABELS[key]], isMain: key === 'csv',
  }));

const MB = 1_000_000;

const sizeOf = (bytes: number, language: Language): string => (bytes < MB ? `${formatDecimal(String(Math.ceil(bytes / 1000)), language)} kB` : `${formatDecimal((bytes / MB).toFixed(1), language)} MB`);
