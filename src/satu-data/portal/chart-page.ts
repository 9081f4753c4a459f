import type { Language } from 'tertib';
import type { Bars } from '../analysis/bars.js';
import type { PublicationEntity } from '../publication/publication.entity.js';
import type { CellWords } from './cell-words.js';
import { figureAddress, figureName, sumName } from './figure-place.js';
import { formatDecimal } from './number-format.js';
import type { PortalTexts } from './texts.js';

/** So many numbers stand open beneath a chart; more are folded. */
const MOST_OPEN = 8;

/** What a page says of its chart: what it shows, and its numbers where the table of the page does not have them all. `shownRows` are those that it has. */
export function chartPage(one: PublicationEntity, chart: Bars, words: CellWords, t: PortalTexts, language: Language, shownRows: number) {
  const isLarge = one.rowCount !== null;
  const areSums = isLarge || chart.bars.some(({ rows }) => rows.length !== 1);
  const isElsewhere = areSums || chart.bars.some(({ rows }) => (rows[0] ?? 0) >= shownRows);
  const measure = words.titleOf(chart.measure);
  const nameOf = (code: string, rows: readonly number[]): string => (!isLarge && rows.length === 1 ? figureName(one, { row: rows[0] as number, column: chart.measure }) : sumName(one.columns, chart, code));
  const bars = chart.bars.map(({ code, value, incomplete, rows }) => ({
    name: words.named(chart.key, code), value: `${words.named(chart.measure, value)}${incomplete ? ' *' : ''}`, href: figureAddress(one.slug, nameOf(code, rows), language),
  }));
  return {
    title: measure,
    about: [`${told(chart, measure, areSums, words, t)}.`, ...(isLarge || one.rows.length > shownRows ? [t.chartAll] : []), ...cut(chart, t, language), ...(chart.incomplete ? [t.chartIncomplete] : []), ...(chart.hides ? [t.chartHides] : [])].join(' '),
    numbers: isElsewhere ? { by: chart.by, measure, unit: one.columns.find(({ name }) => name === chart.measure)?.unit ?? '', bars, count: formatDecimal(String(bars.length), language), isOpen: bars.length <= MOST_OPEN, hint: areSums ? t.chartSumsHint : null } : null,
  };
}

/** Measure, key, period, and what else all of it is of. */
function told({ by, key, period, periodKey, at }: Bars, measure: string, areSums: boolean, words: CellWords, t: PortalTexts): string {
  const head = (areSums ? t.chartSums : t.chartEach).replace('{measure}', () => measure).replace('{by}', () => by);
  const others = Object.entries(at).filter(([name]) => name !== periodKey && name !== key).map(([name, value]) => `${words.titleOf(name)}: ${words.named(name, value)}`);
  return `${head}${period === null ? '' : `, ${t.chartPeriod.replace('{period}', () => period)}`}${others.length > 0 ? ` (${others.join('; ')})` : ''}`;
}

function cut({ bars, count, areTimes }: Bars, t: PortalTexts, language: Language): string[] {
  const number = (value: number): string => formatDecimal(String(value), language);
  return count > bars.length ? [(areTimes ? t.chartNewest : t.chartLargest).replace('{shown}', number(bars.length)).replace('{all}', number(count))] : [];
}
