import { Injectable } from '@nestjs/common';
import type { Language } from 'tertib';
import { BoundaryService } from '../boundaries/boundary.service.js';
import { barChart } from '../charts/bar.js';
import type { Chart } from '../charts/chart.types.js';
import { lineChart } from '../charts/line.js';
import { regionMap } from '../charts/map.js';
import { drawing, embedded, label } from '../charts/svg.js';
import { REGIONS } from '../reference/index.js';
import type { ChartQuery } from './analysis.schemas.js';
import { choice, valuesAt } from './analysis-view.service.js';
import type { DatasetFigures } from './dataset-figures.service.js';
import { decimal } from './decimal.js';
import { inOrder, isIncomplete, type Figures } from './figures.js';

/** Draws figures: a bar for each value of a dimension, a line over the periods, a map of regions. */
@Injectable()
export class AnalysisCharts {
  constructor(private readonly boundaries: BoundaryService) {}

  /** Those that a report carries: regions by size, the course over the periods, and a map where there are boundaries. */
  async ofReport(found: DatasetFigures, column: string | null): Promise<string[]> {
    const { cube, period } = found.figures;
    const regions = cube.dimensions.some(({ role }) => role === 'region');
    if (column === null) return [];
    const codes = regions ? cube.valuesOf(cube.dimensions.find(({ role }) => role === 'region')?.name ?? '') : [];
    const kinds: ChartQuery['kind'][] = ['bar', ...(cube.valuesOf(period.name).length > 1 ? (['line'] as const) : []), ...((await this.boundaries.outlines(codes)) ? (['map'] as const) : [])];
    return Promise.all(kinds.map(async (kind) => embedded(await this.draw(found, { kind, column, classes: 'quantile', lang: 'id' }))));
  }

  /** @throws `analysis-query` (422) for what the data set does not have. */
  async draw({ figures }: DatasetFigures, { kind, lang, classes, ...asked }: ChartQuery): Promise<string> {
    const { column, dimension, period, level } = choice(figures, asked);
    const described = figures.columns.find(({ name }) => name === column);
    const head = { title: `${described?.title ?? column}${kind === 'line' ? ` ${BY[lang]} ${figures.period.title.toLowerCase()}` : `, ${period}`}`, unit: described?.unit ?? '', language: lang };
    if (kind === 'line') return lineChart({ ...head, points: overPeriods(figures, column) });
    const points = valuesAt(figures, dimension, level).map((value) => ({ code: value, ...point(figures, column, { [figures.period.name]: period, [dimension.name]: value }, dimension.role === 'region' ? (REGIONS[value] ?? value) : value) }));
    if (kind === 'bar') return barChart({ ...head, points: points.toSorted(largestFirst) });
    const outlines = dimension.role === 'region' ? await this.boundaries.outlines(points.map(({ code }) => code)) : null;
    if (!outlines) return drawing(640, 60, head.title, [label(8, 44, NO_MAP[lang])]);
    return regionMap({ ...head, points, shapes: outlines.shapes, classes, source: outlines.source });
  }
}

const BY: Readonly<Record<Language, string>> = { id: 'menurut', en: 'by' };
const NO_MAP: Readonly<Record<Language, string>> = { id: 'Belum ada batas wilayah untuk peta ini. Unggah pada halaman “Batas wilayah”.', en: 'There are no boundaries for this map yet. Upload them on the page “Boundaries”.' };

function point(figures: Figures, column: string, where: Readonly<Record<string, string>>, name: string): Chart['points'][number] {
  const figure = figures.of({ column, operation: 'nilai', where: inOrder(figures.cube.dimensions, where) });
  return { label: name, value: figure.value, incomplete: figure.value !== null && isIncomplete(figure) };
}

const overPeriods = (figures: Figures, column: string) => figures.cube.valuesOf(figures.period.name).map((period) => point(figures, column, { [figures.period.name]: period }, period));

/** What is missing comes last. */
function largestFirst(a: Chart['points'][number], b: Chart['points'][number]): number {
  if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
  return decimal(b.value).cmp(a.value);
}
