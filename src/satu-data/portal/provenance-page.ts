import type { Language } from 'tertib';
import type { Provenance, ProvenanceFormula, ProvenanceStep } from '../provenance/provenance.types.js';
import { LICENCES } from '../publication/licences.js';
import type { PublicationEntity } from '../publication/publication.entity.js';
import { CellWords } from './cell-words.js';
import { figureAddress, figureName, type FigurePlace, type SumPlace } from './figure-place.js';
import { formatDate } from '../shared/office-time.js';
import type { PortalTexts } from './texts.js';

/** The table itself has them all. */
const MOST_CELLS = 200;
const MOST_LEFT_OUT = 20;
const NO_CELL = '–';

/** What the page of a number shows: what it was made of, and the steps that led to it. */
export function provenancePage(one: PublicationEntity, { steps, formulas, source }: Provenance, at: FigurePlace | SumPlace, t: PortalTexts, language: Language, timeZone: string) {
  const words = new CellWords(one, language);
  const made = 'bar' in at ? madeOfSum(one, at, words) : madeOf(one, at, formulas[at.column]?.columns ?? null, words);
  const computed = 'bar' in at ? undefined : formulas[at.column];
  const link = (figure: FigurePlace): string | null => (words.valueAt(figure) === undefined || one.columns.find(({ name }) => name === figure.column)?.key ? null : figureAddress(one.slug, figureName(one, figure), language));
  const cellIn = ({ row, column }: FigurePlace): string => {
    // Of a hidden one not even where it stands in the file.
    if (words.isHidden({ row, column })) return NO_CELL;
    const [letter, number] = [source.columns[column], source.rowNumbers[row]];
    return row === one.rows.length ? t.total : number === undefined ? '' : letter ? `${letter}${number}` : t.sourceRow.replace('{row}', String(number));
  };
  const isItself = (cell: FigurePlace): boolean => !('bar' in at) && cell.row === at.row && cell.column === at.column;
  // A large table has only its first rows here.
  const hasMoreRows = made.rows !== null && !computed && (one.rowCount ?? 0) > one.rows.length;
  return {
    slug: one.slug, datasetTitle: one.title, officeName: one.officeName, periodTitle: one.periodTitle,
    heading: [words.titleOf(at.column), made.name ?? t.total].filter(Boolean).join(', '),
    value: made.value, unit: one.columns.find(({ name }) => name === at.column)?.unit ?? '',
    incomplete: made.isIncomplete ? t.totalIncomplete : null,
    formula: computed ? formulaIn(computed, language) : made.rows === null ? null : t.sumOf.replace(' {rows}', () => (made.rows ? ` ${made.rows}` : '')),
    fileName: source.fileName ?? t.typed,
    cells: made.cells.slice(0, MOST_CELLS).map((cell) => ({ cell: cellIn(cell), where: words.rowName(cell.row) ?? (cell.row === one.rows.length ? t.total : ''), column: words.titleOf(cell.column), value: words.at(cell), href: isItself(cell) ? null : link(cell) })),
    moreCells: made.cells.length === 0 ? t.noCells : made.cells.length > MOST_CELLS || hasMoreRows ? t.moreCells : null,
    leftOut: made.rows !== null && !computed ? leftOut(made.without, words, t) : null,
    others: 'bar' in at || at.row === one.rows.length ? [] : one.columns.filter(({ name }) => name !== at.column).flatMap(({ name, title }) => { const href = words.isNumber(name) ? link({ row: at.row, column: name }) : null; return href ? [{ title, href }] : []; }),
    hides: words.hides,
    steps: steps.map((step) => stepView(step, one, t, language, timeZone)),
  };
}

/** What a number is, in words and cells. */
interface Made {
  /** Null for the totals. */
  readonly name: string | null;
  readonly value: string;
  /** Of a sum, what its rows are of, empty for all; null for what is none. */
  readonly rows: string | null;
  readonly cells: readonly FigurePlace[];
  /** Rows that it does not add: others contain them. */
  readonly without: readonly number[];
  readonly isIncomplete: boolean;
}

/** A cell, or a total. */
function madeOf(one: PublicationEntity, at: FigurePlace, computedFrom: readonly string[] | null, words: CellWords): Made {
  const isTotal = at.row === one.rows.length;
  const { totalsOf } = one;
  const isIncomplete = isTotal && (totalsOf?.incomplete.includes(at.column) ?? false);
  return { name: isTotal ? null : (words.rowName(at.row) ?? ''), value: words.at(at) + (isIncomplete ? ' *' : ''), rows: isTotal ? (totalsOf?.period ?? '') : null, cells: cellsOf(one, at, computedFrom, words), without: totalsOf?.without ?? [], isIncomplete };
}

/** A sum of the chart. */
function madeOfSum({ columns, chart }: PublicationEntity, { column, bar: { code, value, incomplete, rows, without } }: SumPlace, words: CellWords): Made {
  const where: Readonly<Record<string, string>> = { ...chart?.at, ...(chart && { [chart.key]: code }) };
  const name = columns.flatMap((one) => { const common = where[one.name]; return common === undefined ? [] : [words.named(one.name, common)]; }).join(', ');
  return { name, value: words.named(column, value) + (incomplete ? ' *' : ''), rows: name, cells: rows.map((row) => ({ row, column })), without, isIncomplete: incomplete };
}

function leftOut(rows: readonly number[], words: CellWords, t: PortalTexts): string | null {
  if (rows.length === 0) return null;
  return `${t.leftOut}: ${rows.slice(0, MOST_LEFT_OUT).map((row) => words.rowName(row)).join('; ')}${rows.length > MOST_LEFT_OUT ? `; ${t.andMore.replace('{count}', String(rows.length - MOST_LEFT_OUT))}` : ''}.`;
}

/** The cells that it was made of: those of its row, or of its column those that are added up, also where they are hidden. */
function cellsOf({ rows, columns, totalsOf }: PublicationEntity, { row, column }: FigurePlace, computedFrom: readonly string[] | null, words: CellWords): FigurePlace[] {
  if (computedFrom) return computedFrom.filter((name) => columns.some((one) => one.name === name)).map((name) => ({ row, column: name }));
  const keys = columns.filter(({ key }) => key).map(({ name }) => name);
  const without = new Set(totalsOf?.without);
  const isAdded = (values: Readonly<Record<string, string>>, index: number): boolean => (values[column] !== undefined || words.isHidden({ row: index, column })) && !without.has(index) && (!totalsOf?.period || keys.some((name) => values[name] === totalsOf.period));
  return row === rows.length ? rows.flatMap((values, index) => (isAdded(values, index) ? [{ row: index, column }] : [])) : [{ row, column }];
}

const formulaIn = ({ formula }: ProvenanceFormula, language: Language): string => (typeof formula === 'string' ? formula : formula[language]);

function stepView({ step, title, at, by, facts }: ProvenanceStep, one: PublicationEntity, t: PortalTexts, language: Language, timeZone: string) {
  const published = step === '15' ? publication(one, t, language, timeZone) : [];
  return {
    number: step, title: title[language], by: [by?.role?.[language], by?.office].filter(Boolean).join(', '),
    at: at ? formatDate(new Date(at), language, timeZone) : null, nothing: !at && facts.length === 0 && published.length === 0,
    facts: [...facts.map(({ label, value }) => ({ label: label[language], value: value[language], href: null })), ...published],
  };
}

/** What the record of the publication itself says. */
function publication({ modifiedAt, licence, sha256, slug }: PublicationEntity, t: PortalTexts, language: Language, timeZone: string): { label: string; value: string; href: string | null }[] {
  const { title = licence, url = null } = LICENCES[licence] ?? {};
  return [
    { label: t.published, value: formatDate(modifiedAt, language, timeZone), href: null },
    { label: t.licence, value: title, href: url },
    { label: t.csvHash, value: sha256, href: `/dataset/${slug}/data.csv` },
    { label: t.catalogue, value: 'data.json', href: '/data.json' },
  ];
}
