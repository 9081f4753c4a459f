import { Injectable } from '@nestjs/common';
import { AnalysisDesk } from '../analysis/analysis-desk.service.js';
import type { PublishedChart } from './publication.entity.js';
import type { Publishable } from './publication.service.js';

/** The chart of a large table: its measure added up by region, or by its first key, in its newest period. That of a small one is drawn from its rows. */
@Injectable()
export class PublishedCharts {
  constructor(private readonly desk: AnalysisDesk) {}

  /** Null where there is nothing to add up, and where a cell of it is hidden: sums that are not in the file would help to compute that. */
  async of({ large, measure, dataset, columns, hidden }: Publishable): Promise<PublishedChart | null> {
    if (!large || measure === null || !columns.some(({ name }) => name === measure) || hidden.some(({ column }) => column === measure)) return null;
    const asked = await this.desk.ofTable(dataset);
    const { by, period, level, total } = await asked.ask('table', { column: measure, page: 1, language: 'id' });
    const { points } = await asked.ask('chart', { kind: 'bar', column: measure, by, period, ...(level !== null && { level }), classes: 'quantile', lang: 'id' });
    const bars = points.flatMap(({ code, value, incomplete }) => (value === null ? [] : [{ code, value, incomplete: incomplete ?? false }]));
    return bars.length === 0 ? null : { measure, by: dataset.variables.find(({ name }) => name === by)?.title ?? null, period, bars, incomplete: total.incomplete !== null || bars.length < points.length };
  }
}
