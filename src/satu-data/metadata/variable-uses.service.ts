import { Injectable } from '@nestjs/common';
import { narrowByWords, Offices, Transactions } from 'tertib';
import { In } from 'typeorm';
import { DatasetAccess } from '../datasets/dataset-access.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { INITIAL_STATE } from '../datasets/dataset.states.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { MetadataUseEntity } from './metadata.entity.js';
import type { VariableUses } from './metadata.schemas.js';
import { MetadataService } from './metadata.service.js';

/** As many are offered at a time; the others are found by their titles. */
const MOST = 50;

/** In which data sets a variable is a column or an indicator is computed, and which may still get it. */
@Injectable()
export class VariableUsesService {
  constructor(
    private readonly metadata: MetadataService,
    private readonly access: DatasetAccess,
    private readonly database: Transactions,
    private readonly offices: Offices,
  ) {}

  async of(recordId: string, q: string): Promise<VariableUses> {
    await this.metadata.newest(recordId);
    const bound = this.access.boundTo();
    const { read } = this.database;
    const uses = await read.find(MetadataUseEntity, { where: { recordId }, order: { at: 'DESC' }, take: MOST });
    const used = uses.length === 0 ? [] : await read.findBy(DatasetEntity, { id: In(uses.map(({ datasetId }) => datasetId)), ...(bound !== null && { officeId: bound }) });
    const open = await this.open(q, bound);
    const periods = new Map((await read.findBy(PeriodEntity, { id: In([...used, ...open].map(({ periodId }) => periodId)) })).map(({ id, title }) => [id, title]));
    const names = new Map((await this.offices.all()).map(({ id, name }) => [id, name]));
    const named = ({ id: datasetId, title: dataset, periodId, officeId }: DatasetEntity) => ({ datasetId, dataset, period: periods.get(periodId) ?? '', officeName: names.get(officeId) ?? officeId });
    return {
      uses: uses.flatMap(({ datasetId, columnName: column, version, userName: by, at }) => {
        // A column that was taken out of the list since is no use any more.
        const dataset = used.find(({ id, variables, indicators }) => id === datasetId && [...variables, ...indicators].some(({ name }) => name === column));
        return dataset ? [{ ...named(dataset), column, version, by, at: at.toISOString() }] : [];
      }),
      open: open.map(named),
    };
  }

  private open(q: string, bound: string | null): Promise<DatasetEntity[]> {
    const query = this.database.read.createQueryBuilder(DatasetEntity, 'd').where('d.state = :state', { state: INITIAL_STATE });
    if (bound !== null) query.andWhere('d.officeId = :bound', { bound });
    narrowByWords(query, q, 'd.title');
    return query.orderBy('d.updatedAt', 'DESC').addOrderBy('d.position', 'ASC').take(MOST).getMany();
  }
}
