import type { Language } from 'tertib';
import type { Chart } from '../charts/chart.types.js';
import type { ChartQuery } from './analysis.schemas.js';
import { REGION_SCHEME } from '../code-lists/region-scheme.js';
import { decimal } from './decimal.js';
import { isIncomplete } from './figure.js';
import { inOrder, type Figures } from './figures.js';
import type { DatasetFigures } from './opened.js';
import { choice, valuesAt } from './views.js';

/** What is drawn, before it is drawn. */
export interface ChartData extends Chart {
  readonly kind: ChartQuery['kind'];
  readonly points: readonly (Chart['points'][number] & { readonly code: string })[];
  /** Where its points are regions, of which there can be a map: whose codes they are. */
  readonly regions: string | null;
  readonly classes: ChartQuery['classes'];
}

/** @throws {QueryError} for what the data set does not have. */
export function chartData({ figures }: DatasetFigures, { kind, lang, classes, ...asked }: ChartQuery): ChartData {
  const { column, dimension, period, level } = choice(figures, asked);
  const described = figures.columns.find(({ name }) => name === column);
  const title = `${described?.title ?? column}${kind === 'line' ? ` ${BY[lang]} ${figures.period.title.toLowerCase()}` : `, ${period}`}`;
  const head = { kind, classes, title, unit: described?.unit ?? '', language: lang, regions: dimension.role === 'region' ? (dimension.scheme ?? REGION_SCHEME) : null };
  if (kind === 'line') return { ...head, points: course(figures, column) };
  const points = valuesAt(figures, dimension, level).map((value) => point(figures, column, { [figures.period.name]: period, [dimension.name]: value }, value, figures.cube.places.title(dimension.name, value, lang)));
  return { ...head, points: kind === 'bar' ? points.toSorted(largestFirst) : points };
}

/** Those that a report carries: regions by size, the course over the periods, and regions on a map where there are boundaries. */
export function reportCharts(found: DatasetFigures, column: string | null): ChartData[] {
  const { cube, period } = found.figures;
  if (column === null) return [];
  const kinds: ChartQuery['kind'][] = ['bar', ...(cube.valuesOf(period.name).length > 1 ? (['line'] as const) : []), ...(cube.dimensions.some(({ role }) => role === 'region') ? (['map'] as const) : [])];
  return kinds.map((kind) => chartData(found, { kind, column, classes: 'quantile', lang: 'id' }));
}

const BY: Readonly<Record<Language, string>> = { id: 'menurut', en: 'by' };

function point(figures: Figures, column: string, where: Readonly<Record<string, string>>, code: string, label: string): ChartData['points'][number] {
  const figure = figures.of({ column, operation: 'nilai', where: inOrder(figures.cube.dimensions, where) });
  return { code, label, value: figure.value, incomplete: figure.value !== null && isIncomplete(figure) };
}

/** A period that lacks something of the one before or after it is of a part only, beside it. */
function course(figures: Figures, column: string): ChartData['points'] {
  const { name } = figures.period;
  const periods = figures.cube.valuesOf(name);
  const partly = new Set(periods.flatMap((one) => {
    const uneven = figures.uneven({ column, operation: 'nilai', where: { [name]: one } });
    return uneven ? [...(uneven.now.length > 0 ? [one] : []), ...(uneven.before.length > 0 ? [uneven.earlier] : [])] : [];
  }));
  return periods.map((one) => { const drawn = point(figures, column, { [name]: one }, one, one); return { ...drawn, incomplete: drawn.incomplete || partly.has(one) }; });
}

/** What is missing comes last. */
function largestFirst(a: Chart['points'][number], b: Chart['points'][number]): number {
  if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
  return decimal(b.value).cmp(a.value);
}
