import { Injectable } from '@nestjs/common';
import type { DeliveryTableEntity } from '../deliveries/delivery-table.entity.js';
import type { Finding } from '../verification/finding.js';
import { LargeWork } from './large-work.js';

/** Rows that a report holds; the others' findings are in its list. */
const MOST_ROWS = 2000;

/** As much of a delivered table as a report of findings marks: of a large one the first rows with findings, from its file. */
@Injectable()
export class MarkedRows {
  constructor(private readonly work: LargeWork) {}

  async marked(table: DeliveryTableEntity, findings: readonly Finding[]): Promise<Pick<DeliveryTableEntity, 'rows' | 'rowCount' | 'layout'>> {
    const kept = await this.work.kept(table);
    if (!kept) return table;
    const numbers = [...new Set(findings.flatMap(({ row }) => row ?? []))].toSorted((a, b) => a - b).slice(0, MOST_ROWS);
    const { rows, rowNumbers } = await this.work.rows(kept, numbers);
    return { rows, rowCount: table.rowCount, layout: { ...table.layout, rowNumbers } };
  }
}
