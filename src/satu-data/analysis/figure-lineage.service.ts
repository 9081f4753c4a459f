import { Injectable } from '@nestjs/common';
import { Asker, Cases, Transactions } from 'tertib';
import { In } from 'typeorm';
import { DatasetStateEntity } from '../datasets/dataset-state.entity.js';
import { DeliveryEntity } from '../deliveries/delivery.entity.js';
import { senderOf, validatorOf } from '../deliveries/delivery-people.js';
import { checksOf } from '../verification/checks-passed.js';
import { FindingEntity } from '../verification/finding.entity.js';
import { badQuery, titled } from './analysis-view.service.js';
import type { FigureLineage } from './analysis.schemas.js';
import type { DatasetFigures, TableSource } from './dataset-figures.service.js';
import type { Figure, Figures } from './figures.js';
import { placeWords } from './figure-words.js';
import { readQuery } from './query.js';
import { settled } from './query-problem.js';

/** The file that was handed in has them all. */
const MOST_CELLS = 200;

/** Follows a figure back: formula, figures, cells, files, and who stands for them. */
@Injectable()
export class FigureLineages {
  constructor(
    private readonly database: Transactions,
    private readonly cases: Cases,
    private readonly asker: Asker,
  ) {}

  /** @throws `analysis-query` (422) for what the data set does not have. */
  async of({ figures, sources }: DatasetFigures, text: string): Promise<FigureLineage> {
    const asked = readQuery(text);
    if (!asked) throw badQuery({ id: `“${text}” bukan rujukan angka. Contoh: jumlah.nilai;kode_wilayah=15.06;tahun=2024.`, en: `“${text}” is no reference of a figure. An example: jumlah.nilai;kode_wilayah=15.06;tahun=2024.` });
    const query = settled(figures, asked);
    if ('id' in query) throw badQuery(query);
    const figure = figures.of(query);
    const used = [...new Set(figure.facts.map(({ table }) => table))].toSorted();
    const cells = cellsOf(figures, figure, sources, used);
    return {
      ...titled(figures, query),
      formula: figures.formulaOf(query.column),
      from: figure.from.map((one) => titled(figures, one.query)),
      cells: cells.slice(0, MOST_CELLS), cellCount: cells.length,
      absentRows: figure.absent.slice(0, MOST_CELLS).map((where) => placeWords(figures, where)),
      sources: await Promise.all(used.map((index) => this.source(sources[index] as TableSource))),
    };
  }

  private async source({ dataset, period }: TableSource): Promise<FigureLineage['sources'][number]> {
    const deliveryId = dataset.deliveryId as string;
    const delivery = await this.database.read.findOneByOrFail(DeliveryEntity, { id: deliveryId });
    const language = this.asker.current()?.language;
    const [accepted] = await this.database.read.find(DatasetStateEntity, { where: { datasetId: dataset.id, after: In(['complete']) }, order: { at: 'DESC' }, take: 1 });
    const decided = (await this.cases.submissions(period.id)).findLast(({ formKey, userId }) => formKey === 'verifikasi' && userId === accepted?.userId);
    return {
      period: period.title, fileId: delivery.fileId, fileName: delivery.fileName, hash: delivery.hash, receipt: delivery.receiptNumber,
      deliveredBy: senderOf(delivery, language), deliveredAt: delivery.submittedAt.toISOString(), validatedBy: validatorOf(delivery, language), validatedAt: delivery.validatedAt?.toISOString() ?? null,
      acceptedBy: decided?.userName ?? null, acceptedAt: accepted?.at.toISOString() ?? null, checks: checksOf(dataset, await this.findings(deliveryId)),
    };
  }

  private findings(deliveryId: string): Promise<{ rule: string; findings: number | string; accepted: string | null }[]> {
    const counted = this.database.read.createQueryBuilder(FindingEntity, 'finding').select('finding.rule', 'rule').addSelect('COUNT(*)', 'findings').addSelect('MAX(finding.acceptedReason)', 'accepted');
    return counted.where('finding.deliveryId = :deliveryId', { deliveryId }).groupBy('finding.rule').getRawMany();
  }
}

/** The cells that were read, as their file names them. */
function cellsOf(figures: Figures, figure: Figure, sources: readonly TableSource[], used: readonly number[]): FigureLineage['cells'] {
  const columns = measuresOf(figure);
  return figure.facts.flatMap((fact) => {
    const { layout, summed } = sources[fact.table] ?? {};
    const row = layout?.rowNumbers[fact.row] ?? fact.row + 1;
    return columns.map((name) => ({
      source: used.indexOf(fact.table), row, cell: summed ? null : `${layout?.columns[name] ?? ''}${row}`, where: placeWords(figures, fact.at), column: figures.columns.find((one) => one.name === name)?.title ?? name, value: fact.values[name] ?? null,
    }));
  });
}

function measuresOf(figure: Figure): string[] {
  return figure.from.length > 0 ? [...new Set(figure.from.flatMap(measuresOf))] : [figure.query.column];
}
