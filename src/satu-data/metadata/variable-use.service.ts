import { Injectable } from '@nestjs/common';
import { Asker, AuditLog, Clock, Problem, Transactions } from 'tertib';
import { IsNull, Not } from 'typeorm';
import { ListRowEntity } from '../data-list/data-list.entities.js';
import { ListEdit } from '../data-list/list-edit.service.js';
import { textOf } from '../data-list/list-fields.js';
import { OtherColumns } from '../data-list/other-columns.service.js';
import { DatasetAccess } from '../datasets/dataset-access.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { INITIAL_STATE } from '../datasets/dataset.states.js';
import { rejectAll } from '../shared/reject.js';
import { codeOf } from './metadata-code.js';
import { MetadataUseEntity, type MetadataEntity } from './metadata.entity.js';
import type { UsedVariable } from './metadata.schemas.js';
import { MetadataService } from './metadata.service.js';
import { formulaProblems, indicatorOf, MsInd } from './ms-ind.js';
import { columnOf, MsVar, ruleProblems } from './ms-var.js';
import { fitIn, linesWith, putIn, type Used } from './put-in.js';

/** What was described once becomes part of a data set: a variable a column, which the grid, the template, verification and the published package have from there; an indicator one that the analysis computes. */
@Injectable()
export class VariableUse {
  constructor(
    private readonly metadata: MetadataService,
    private readonly access: DatasetAccess,
    private readonly database: Transactions,
    private readonly list: ListEdit,
    private readonly asker: Asker,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly others: OtherColumns,
  ) {}

  /** The names of the columns and indicators afterwards; one of the same name is replaced where it stands. A row of a list that is being drawn up has no data set yet, and is told all the same. */
  async use(recordId: string, { datasetId, key }: UsedVariable): Promise<string[]> {
    const record = await this.metadata.newest(recordId);
    const used = usedOf(record, key);
    const { periodId, officeId } = await this.place(datasetId);
    return this.database.tx(async (db) => {
      // The row of the list first, as everywhere, or two would each wait for the other. In a round of correction it may say something else than the data set, and is what will count.
      const said = await this.list.describe(periodId, datasetId, (before) => linesWith(used, before));
      if (said && 'indicator' in used) rejectAll((await this.others.ofPeriod(periodId)({ id: datasetId, ...said.now, indicators: [used.indicator] })).map(({ message }) => ({ path: 'rumusHitung', message })));
      const dataset = await db.findOneBy(DatasetEntity, { id: datasetId });
      if (dataset ? dataset.state !== INITIAL_STATE : await db.existsBy(DatasetEntity, { periodId, state: Not(INITIAL_STATE) })) throw alreadyAsked();
      const own = dataset && (said ? putIn : fitIn)(used, dataset);
      if (own) await db.update(DatasetEntity, datasetId, { ...own, updatedAt: this.clock.now() });
      const { name } = 'column' in used ? used.column : used.indicator;
      await db.upsert(MetadataUseEntity, { datasetId, columnName: name, recordId, version: record.version, userName: this.asker.required().name, at: this.clock.now() }, ['datasetId', 'columnName']);
      await this.audit.write({ action: 'metadata.used', caseId: periodId, subject: datasetId, ...(officeId && { officeId }), detail: { [record.kind]: recordId, version: record.version, column: name } });
      const now = said?.now ?? own;
      return now ? [...now.variables, ...now.indicators].map((one) => one.name) : [];
    });
  }

  /** Where a data set is, or a row that will be one. @throws "not found" for a producer where it is a row: it does not draw up the list. */
  private async place(id: string): Promise<Pick<DatasetEntity, 'periodId' | 'officeId'>> {
    const { read } = this.database;
    const row = await read.findOneBy(ListRowEntity, { id, removedAt: IsNull() });
    if (!row || (await read.existsBy(DatasetEntity, { id }))) return this.access.dataset(id);
    if (this.access.boundTo() !== null) return this.access.refuse(row.periodId, id);
    return { periodId: row.periodId, officeId: textOf(row.values, 'produsen') };
  }
}

/** @throws what it lacks. */
function usedOf({ kind, number, content }: MetadataEntity, key: boolean): Used {
  if (kind === 'variable') {
    const msVar = MsVar.parse(content);
    const column = columnOf(msVar, key);
    if (!column) throw notAColumn();
    rejectAll(ruleProblems(msVar));
    return { column };
  }
  const msInd = kind === 'indicator' ? MsInd.parse(content) : null;
  const indicator = msInd && indicatorOf(msInd, codeOf({ kind, number }));
  if (!indicator) throw kind === 'indicator' ? notComputed() : notAColumn();
  rejectAll(formulaProblems(msInd));
  return { indicator };
}

const notAColumn = () =>
  new Problem('metadata-not-a-column', 422, { id: 'Hanya variabel yang sudah punya nama kolom, nama, dan tipe data yang dapat dipakai. Lengkapi dahulu.', en: 'Only a variable with a column name, a name and a data type can be used. Complete it first.' });
const notComputed = () =>
  new Problem('metadata-not-computed', 422, { id: 'Hanya indikator yang sudah punya nama, nama kolom, dan rumus hitung yang dapat dipakai. Lengkapi dahulu.', en: 'Only an indicator with a name, a column name and a formula to compute can be used. Complete it first.' });
const alreadyAsked = () =>
  new Problem('data-list-closed', 409, { id: 'Permintaan sudah dikirim, sehingga kolom dataset ini tidak dapat diubah lagi.', en: 'Requests have been sent, so the columns of this data set can no longer be changed.' });
