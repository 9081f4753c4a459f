import { Injectable } from '@nestjs/common';
import type { Language } from 'tertib';
import { BoundaryService } from '../boundaries/boundary.service.js';
import { barChart } from '../charts/bar.js';
import { lineChart } from '../charts/line.js';
import { regionMap } from '../charts/map.js';
import { drawing, embedded, label } from '../charts/svg.js';
import type { ChartData } from './chart-data.js';

/** Draws figures: a bar for each value of a dimension, a line over the periods, a map of regions. */
@Injectable()
export class AnalysisCharts {
  constructor(private readonly boundaries: BoundaryService) {}

  /** All but the maps that there are no boundaries for. */
  async ofReport(charts: readonly ChartData[]): Promise<string[]> {
    const drawn = await Promise.all(charts.map((chart) => this.drawn(chart)));
    return drawn.flatMap((one) => (one === null ? [] : [embedded(one)]));
  }

  async draw(chart: ChartData): Promise<string> {
    return (await this.drawn(chart)) ?? drawing(640, 60, chart.title, [label(8, 44, NO_MAP[chart.language])]);
  }

  private async drawn(chart: ChartData): Promise<string | null> {
    if (chart.kind === 'line') return lineChart(chart);
    if (chart.kind === 'bar') return barChart(chart);
    const outlines = chart.regions === null ? null : await this.boundaries.outlines(chart.points.map(({ code }) => code), chart.regions);
    return outlines && regionMap({ ...chart, shapes: outlines.shapes, source: outlines.source });
  }
}

const NO_MAP: Readonly<Record<Language, string>> = { id: 'Belum ada batas wilayah untuk peta ini. Unggah pada halaman “Batas wilayah”.', en: 'There are no boundaries for this map yet. Upload them on the page “Boundaries”.' };
