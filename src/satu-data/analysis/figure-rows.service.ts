import { Injectable } from '@nestjs/common';
import { Asker, Problem, Transactions } from 'tertib';
import { ColumnChoices } from '../code-lists/column-choices.service.js';
import { DeliveryTableEntity } from '../deliveries/delivery-table.entity.js';
import { LargeWork } from '../large/large-work.js';
import type { AskedDataset } from './analysis-desk.service.js';
import type { FigureRows, FigureRowsQuery } from './analysis.schemas.js';

const PAGE = 50;

/** The rows of a large table that a figure was added up from, found in its file when somebody looks. */
@Injectable()
export class FigureRowPages {
  constructor(
    private readonly database: Transactions,
    private readonly work: LargeWork,
    private readonly choices: ColumnChoices,
    private readonly asker: Asker,
  ) {}

  /** @throws not found for a table that is in memory: its cells are told with the figure. */
  async of(dataset: AskedDataset, figure: string, { source, page: asked }: FigureRowsQuery): Promise<FigureRows> {
    const found = await dataset.ask('rows', { figure, source });
    const given = found && dataset.given.tables[found.table];
    const table = given?.dataset.deliveryId ? await this.database.read.findOne(DeliveryTableEntity, { select: { deliveryId: true, largeId: true, layout: true }, where: { deliveryId: given.dataset.deliveryId } }) : null;
    const kept = table && (await this.work.kept(table));
    if (!found || !given || !table || !kept) throw Problem.notFound();
    const { variables } = given.dataset;
    const { rows, rowNumbers, count } = await this.work.keyed(kept, { keys: found.keys, at: found.at, from: (asked - 1) * PAGE, most: PAGE });
    const titles = await this.choices.titles(given.dataset, rows);
    const language = this.asker.current()?.language ?? 'id';
    const named = (name: string, code: string | null | undefined): string => (code ? (titles[name]?.[code]?.[language] || code) : '–');
    const keys = variables.filter(({ key, name }) => key && kept.shape.names.includes(name));
    const columns = found.columns.filter(({ name }) => kept.shape.names.includes(name));
    return {
      count, page: asked, pages: Math.max(1, Math.ceil(count / PAGE)), columns: columns.map(({ title }) => title),
      rows: rows.map((row, index) => ({
        row: rowNumbers[index] ?? 0,
        where: keys.map(({ name, title }) => `${title} ${named(name, row[name])}`).join(', '),
        cells: columns.map(({ name }) => ({ cell: `${table.layout.columns[name] ?? ''}${rowNumbers[index]}`, value: row[name] ?? null })),
      })),
    };
  }
}
