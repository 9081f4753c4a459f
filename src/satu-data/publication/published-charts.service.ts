import { Injectable } from '@nestjs/common';
import { AnalysisDesk } from '../analysis/analysis-desk.service.js';
import type { Bars } from '../analysis/bars.js';
import type { Publishable } from './publication.service.js';

/** What the chart of a published table shows: worked out once, as its figures are. */
@Injectable()
export class PublishedCharts {
  constructor(private readonly desk: AnalysisDesk) {}

  /** Null where there is nothing to compare. What has a hidden cell in it is not drawn; of a large table, where nobody knows here which sums have one, nothing is: sums that are not in the file would help to compute it. */
  async of({ large, measure, dataset, columns, hidden }: Publishable): Promise<Bars | null> {
    const secret = hidden.flatMap(({ row, column }) => (column === measure ? [row] : []));
    if (measure === null || !columns.some(({ name }) => name === measure) || (large && secret.length > 0)) return null;
    return (await this.desk.ofTable(dataset)).ask('bars', { column: measure, hidden: secret });
  }
}
