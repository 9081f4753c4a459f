import { Injectable } from '@nestjs/common';
import { Offices, Problem, Transactions } from 'tertib';
import { In } from 'typeorm';
import { TablesBefore, VOUCHED } from '../changes/tables-before.service.js';
import { DatasetAccess } from '../datasets/dataset-access.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DeliveryTableEntity } from '../deliveries/delivery-table.entity.js';
import { AnalysedTables } from '../large/analysed-tables.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { AnalysisProcess } from './analysis-process.js';
import { ListedCodes } from './listed-columns.service.js';
import { Opened, type Given, type GivenTable, type Read } from './opened.js';
import { OtherDatasets } from './others/other-datasets.service.js';
import { QueryError } from './query-error.js';
import { answer, type Answer, type Asked, type Question } from './questions.js';

/** A data set whose tables can be asked. */
export interface AskedDataset {
  readonly given: Given;
  /** @throws `analysis-query` (422) for what the data set does not have. */
  ask<Q extends Question>(question: Q, asked: Asked<Q>): Promise<Answer<Q>>;
}

/** So many rows are computed at once without anybody noticing; of more, in a process of its own. */
const FEW_ROWS = 2_000;

/** Answers questions about a data set, always from the delivery that counts and from what counted in earlier periods, so that a changed cell changes all that is made of it. */
@Injectable()
export class AnalysisDesk {
  constructor(
    private readonly database: Transactions,
    private readonly offices: Offices,
    private readonly before: TablesBefore,
    private readonly process: AnalysisProcess,
    private readonly stored: AnalysedTables,
    private readonly listed: ListedCodes,
    private readonly access: DatasetAccess,
    private readonly others: OtherDatasets,
  ) {}

  /** With the earlier periods, as far as the asker may see them. @throws `analysis-not-ready` (409) where no delivery was accepted yet. */
  async of(asked: DatasetEntity | string): Promise<AskedDataset> {
    const dataset = await this.dataset(asked);
    if (!dataset.deliveryId || !VOUCHED.includes(dataset.state)) throw notReady();
    return this.asking(dataset, (one) => this.earlier(one));
  }

  /** The period's own table alone, beside the other data sets' own, whether or not somebody has vouched for it. @throws where there is none. */
  async ofTable(asked: DatasetEntity | string): Promise<AskedDataset> {
    const dataset = await this.dataset(asked);
    if (!dataset.deliveryId) throw new Error(`The data set "${dataset.title}" has no accepted delivery to analyse`);
    return this.asking(dataset, () => []);
  }

  private async dataset(asked: DatasetEntity | string): Promise<DatasetEntity> {
    return typeof asked === 'string' ? this.database.read.findOneByOrFail(DatasetEntity, { id: asked }) : asked;
  }

  private async earlier(dataset: DatasetEntity): Promise<GivenTable[]> {
    const earlier = await this.before.earlier(dataset);
    const seen = await this.access.comingAlong(earlier.map((one) => one.dataset));
    return earlier.filter((one) => seen.includes(one.dataset));
  }

  private async asking(dataset: DatasetEntity, before: (one: DatasetEntity) => readonly GivenTable[] | Promise<readonly GivenTable[]>): Promise<AskedDataset> {
    const { given: own, rows } = await this.given(dataset, await before(dataset));
    const found = await this.others.of(dataset);
    const opened = await Promise.all(found.map(async ({ dataset: other, ...named }) => ({ named, other: other && (await this.given({ ...other, indicators: [] }, named.isPublicOnly ? [] : await before(other))) })));
    const given: Given = { ...own, ...(found.length > 0 && { others: opened.map(({ named, other }) => ({ ...named, given: other && other.given })) }) };
    return this.answering(given, opened.reduce((sum, { other }) => sum + (other?.rows ?? 0), rows));
  }

  /** What is read of a data set and of the periods before, and how many rows that is. */
  private async given(dataset: DatasetEntity, before: readonly GivenTable[]): Promise<{ given: Given; rows: number }> {
    const [period, office] = await Promise.all([this.database.read.findOneByOrFail(PeriodEntity, { id: dataset.periodId }), this.offices.byId(dataset.officeId)]);
    const alike = (one: GivenTable): boolean => keysOf(one.dataset) === keysOf(dataset);
    const all = [{ dataset, period }, ...before.filter(alike)];
    const counts = await this.database.read.find(DeliveryTableEntity, { select: { deliveryId: true, rowCount: true }, where: { deliveryId: In(all.map((one) => one.dataset.deliveryId)) } });
    const tables = all.filter((one) => counts.some(({ deliveryId }) => deliveryId === one.dataset.deliveryId));
    const given: Given = { dataset, officeName: office?.name ?? dataset.officeCode, tables, notCompared: before.filter((one) => !alike(one)).map((one) => one.period), lists: await this.listed.versions(dataset) };
    return { given, rows: counts.reduce((sum, { rowCount }) => sum + rowCount, 0) };
  }

  private answering(given: Given, rows: number): AskedDataset {
    const many = rows > FEW_ROWS;
    let opened: Promise<Opened> | undefined;
    const open = () => (opened ??= this.read(given).then((read) => new Opened(given, read)));
    return {
      given,
      ask: async (question, asked) => {
        try {
          return await (many ? this.process.ask(given, () => this.read(given), question, asked) : answer(await open(), question, asked));
        } catch (error) {
          throw error instanceof QueryError ? new Problem('analysis-query', 422, error.text) : error;
        }
      },
    };
  }

  /** As they are stored, with what the lists say of the codes in them. */
  private async read({ dataset, tables, others = [] }: Given): Promise<Read> {
    const texts = await this.stored.of(tables.map((one) => String(one.dataset.deliveryId)));
    return { texts, listed: await this.listed.of(dataset, texts), ...(others.length > 0 && { others: await Promise.all(others.map(async ({ given }) => given && this.read(given))) }) };
  }
}

/** Other keys make other rows: such a table is not compared with. */
const keysOf = ({ variables }: DatasetEntity): string => variables.flatMap(({ name, key }) => (key ? [name] : [])).toSorted().join();

const notReady = () =>
  new Problem('analysis-not-ready', 409, { id: 'Data untuk dataset ini belum diterima, sehingga belum ada yang dianalisis. Analisis tersedia setelah verifikasi dinyatakan lengkap.', en: 'No data of this data set have been accepted yet, so there is nothing to analyse. The analysis is there once verification has found them complete.' });
