import { Injectable } from '@nestjs/common';
import { Asker, narrowByWords, Offices, Transactions } from 'tertib';
import { In, IsNull, Not } from 'typeorm';
import { ListEntity, ListRowEntity } from '../data-list/data-list.entities.js';
import { linesIn, textOf, type RowValues } from '../data-list/list-fields.js';
import { rowField } from '../data-list/row-field.js';
import { DatasetAccess } from '../datasets/dataset-access.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { INITIAL_STATE } from '../datasets/dataset.states.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { MetadataUseEntity } from './metadata.entity.js';
import type { VariableUses } from './metadata.schemas.js';
import { MetadataService } from './metadata.service.js';

/** As many are offered at a time; the others are found by their titles. */
const MOST = 50;

/** What a use or an offer is named by: a data set, or a row of a list that is being drawn up. */
type Place = Pick<DatasetEntity, 'id' | 'title' | 'periodId' | 'officeId'>;
type UsedPlace = Place & { readonly columns: readonly string[] };

/** In which data sets a variable is a column or an indicator is computed, and which may still get it. */
@Injectable()
export class VariableUsesService {
  constructor(
    private readonly metadata: MetadataService,
    private readonly access: DatasetAccess,
    private readonly database: Transactions,
    private readonly offices: Offices,
    private readonly asker: Asker,
  ) {}

  async of(recordId: string, q: string): Promise<VariableUses> {
    await this.metadata.newest(recordId);
    // Metadata are for everybody of the office to read; what producers are asked for, by permission.
    const bound = (await this.asker.can('satu-data.see-list')) ? this.access.boundTo() : (this.asker.required().officeId ?? '-');
    const { read } = this.database;
    const uses = await read.find(MetadataUseEntity, { where: { recordId }, order: { at: 'DESC' }, take: MOST });
    const used = await this.used(uses.map(({ datasetId }) => datasetId), bound);
    // The list that is being drawn up is what is worked on: it stands first.
    const open = [...(await this.openRows(q, bound)), ...(await this.openDatasets(q, bound))].slice(0, MOST);
    const periods = new Map((await read.findBy(PeriodEntity, { id: In([...used, ...open].map(({ periodId }) => periodId)) })).map(({ id, title }) => [id, title]));
    const names = new Map((await this.offices.all()).map(({ id, name }) => [id, name]));
    const named = ({ id: datasetId, title: dataset, periodId, officeId }: Place) => ({ datasetId, dataset, period: periods.get(periodId) ?? '', officeName: names.get(officeId) ?? officeId });
    return {
      uses: uses.flatMap(({ datasetId, columnName: column, version, userName: by, at }) => {
        // A column that was taken out of the list since is no use any more.
        const place = used.find(({ id, columns }) => id === datasetId && columns.includes(column));
        return place ? [{ ...named(place), column, version, by, at: at.toISOString() }] : [];
      }),
      open: open.map(named),
    };
  }

  private async used(ids: readonly string[], bound: string | null): Promise<UsedPlace[]> {
    if (ids.length === 0) return [];
    const { read } = this.database;
    const datasets = await read.findBy(DatasetEntity, { id: In([...ids]), ...(bound !== null && { officeId: bound }) });
    const rows = bound === null ? await read.findBy(ListRowEntity, { id: In(ids.filter((one) => !datasets.some(({ id }) => id === one))), removedAt: IsNull() }) : [];
    return [
      ...datasets.map((one) => ({ ...one, columns: [...one.variables, ...one.indicators].map(({ name }) => name) })),
      ...rows.map(({ id, periodId, values }) => ({ id, periodId, title: textOf(values, 'nama'), officeId: textOf(values, 'produsen'), columns: columnsIn(values) })),
    ];
  }

  /** Rows that are no data sets yet, of lists that are being drawn up; that is not for producers. */
  private async openRows(q: string, bound: string | null): Promise<Place[]> {
    const periods = bound === null ? await this.drawnUp() : [];
    if (periods.length === 0) return [];
    const { read } = this.database;
    const [title, officeId] = [rowField(read, 'nama'), rowField(read, 'produsen')];
    const query = read.createQueryBuilder(ListRowEntity, 'r').select('r.id', 'id').addSelect('r.periodId', 'periodId').addSelect(title, 'title').addSelect(officeId, 'officeId')
      .where({ periodId: In(periods), removedAt: IsNull() });
    query.andWhere(`NOT EXISTS ${query.subQuery().select('1').from(DatasetEntity, 'd').where('d.id = r.id').getQuery()}`);
    narrowByWords(query, q, title);
    const rows = await query.orderBy('r.periodId', 'DESC').addOrderBy('r.position', 'ASC').limit(MOST).getRawMany<{ id: string; periodId: string; title: string | null; officeId: string | null }>();
    return rows.map((one) => ({ ...one, title: one.title ?? '', officeId: one.officeId ?? '' }));
  }

  /** Periods whose list can be written. */
  private async drawnUp(): Promise<string[]> {
    const { read } = this.database;
    const lists = await read.findBy(ListEntity, { state: 'open' });
    const periods = await read.findBy(PeriodEntity, { id: In(lists.map(({ periodId }) => periodId)), state: Not('cancelled') });
    const sent = await Promise.all(periods.map(({ id }) => read.existsBy(DatasetEntity, { periodId: id, state: Not(INITIAL_STATE) })));
    return periods.flatMap(({ id }, index) => (sent[index] ? [] : [id]));
  }

  private openDatasets(q: string, bound: string | null): Promise<Place[]> {
    const query = this.database.read.createQueryBuilder(DatasetEntity, 'd').where('d.state = :state', { state: INITIAL_STATE });
    if (bound !== null) query.andWhere('d.officeId = :bound', { bound });
    narrowByWords(query, q, 'd.title');
    return query.orderBy('d.updatedAt', 'DESC').addOrderBy('d.position', 'ASC').take(MOST).getMany();
  }
}

/** What a row calls its columns and indicators. */
const columnsIn = (values: RowValues): string[] =>
  ([['variabel', 'kolom'], ['indikatorTurunan', 'indikator']] as const).flatMap(([field, key]) => linesIn(values, field).map((line) => textOf(line, key)));
