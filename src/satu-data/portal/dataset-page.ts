import type { Language } from 'tertib';
import { LICENCES } from '../publication/licences.js';
import { place } from '../disclosure/protect.js';
import { CONFIDENTIAL } from '../publication/csv.js';
import type { PublicationEntity, PublishedChart } from '../publication/publication.entity.js';
import { MOST_BARS } from './chart.js';
import { codeTitle } from './code-title.js';
import { formatDate, formatDecimal } from './number-format.js';
import type { PortalTexts } from './texts.js';

/** Of a large table. */
const MOST_ROWS = 100;

/** What the view of one data set shows: cells formatted for people, metadata with labels. */
export function datasetPage(one: PublicationEntity, t: PortalTexts, language: Language) {
  const numbers = new Set(one.columns.filter(({ type }) => type === 'integer' || type === 'number').map(({ name }) => name));
  // A key such as a year is a number that nobody groups by thousands.
  const plain = new Set(one.columns.filter(({ key }) => key).map(({ name }) => name));
  const columns = new Map(one.columns.map((column) => [column.name, column]));
  const isNumber = (name: string): boolean => numbers.has(name) && !plain.has(name);
  const shown = (name: string, value: string): string => {
    if (isNumber(name)) return formatDecimal(value, language);
    const column = columns.get(name);
    const title = column && codeTitle(column, value, language);
    return title ? `${value} ${title}` : value;
  };
  const hidden = new Set((one.hidden ?? []).map(place));
  const cell = (name: string, value: string | undefined, row: number) => {
    const told = value === undefined ? (hidden.has(place({ row, column: name })) ? CONFIDENTIAL : '') : shown(name, value);
    return { number: isNumber(name), value: told };
  };
  const lacks = new Set(one.totalsOf?.incomplete.filter((name) => one.totals[name] !== undefined));
  const total = (name: string) => { const { number, value } = cell(name, one.totals[name], one.rows.length); return { number, value: lacks.has(name) ? `${value} *` : value }; };
  const told = one.columns.map(({ name }, index) => (index === 0 ? { number: false, value: [t.total, one.totalsOf?.period].filter(Boolean).join(' ') } : total(name)));
  const totals = one.totalsOf && told.slice(1).some(({ value }) => value !== '') ? told : null;
  // Whoever wants more of a large table downloads it; what stands below must still be found.
  const shownRows = one.rowCount === null ? one.rows : one.rows.slice(0, MOST_ROWS);
  const licence = LICENCES[one.licence];
  const described = Object.entries(one.metadata).filter(([, value]) => value && value !== '-');
  return {
    ...one,
    licence: { title: licence?.title ?? one.licence },
    modified: formatDate(one.modifiedAt, language),
    chart: one.columns.find(({ name }) => name === one.measure)?.title ?? null,
    chartAbout: one.chart && aboutChart(one, one.chart, t, language),
    size: one.rowCount === null ? null : sizeOf(one.fileSize, language),
    columns: one.columns.map(({ name, title, unit }) => ({ title, unit, number: isNumber(name) })),
    rows: shownRows.map((row, index) => one.columns.map(({ name }) => cell(name, row[name], index))),
    totals,
    totalsIncomplete: totals !== null && one.columns.some(({ name }) => lacks.has(name)) ? t.totalIncomplete : null,
    confidential: hidden.size > 0,
    partly: one.rowCount === null ? null : `${t.partly.replace('{shown}', formatDecimal(String(shownRows.length), language)).replace('{all}', formatDecimal(String(one.rowCount), language))}${totals ? ` ${t.partlyTotal}` : ''}`,
    metadata: [
      { label: t.producer, value: one.officeName },
      { label: t.period, value: one.periodTitle },
      { label: t.definition, value: one.definition },
      { label: t.unit, value: one.unit },
      ...described.map(([key, value]) => ({ label: t[key as keyof PortalTexts] ?? key, value: String(value) })),
      { label: t.licence, value: licence?.title ?? one.licence, url: licence?.url },
      { label: t.published, value: formatDate(one.publishedAt, language) },
    ],
  };
}

/** What was added up, and what a reader must know of it. */
function aboutChart({ columns }: PublicationEntity, { measure, by, period, bars, incomplete }: PublishedChart, t: PortalTexts, language: Language): string {
  const title = columns.find(({ name }) => name === measure)?.title ?? measure;
  const number = (value: number): string => formatDecimal(String(value), language);
  return [
    (by ? t.chartBy.replace('{by}', by) : t.chartIn).replace('{measure}', title).replace('{period}', period),
    ...(bars.length > MOST_BARS ? [t.chartLargest.replace('{shown}', number(MOST_BARS)).replace('{all}', number(bars.length))] : []),
    ...(incomplete ? [t.chartIncomplete] : []),
  ].join(' ');
}

const MB = 1_000_000;

const sizeOf = (bytes: number, language: Language): string => (bytes < MB ? `${formatDecimal(String(Math.ceil(bytes / 1000)), language)} kB` : `${formatDecimal((bytes / MB).toFixed(1), language)} MB`);
