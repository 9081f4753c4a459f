import { Injectable } from '@nestjs/common';
import { Asker, AuditLog, Clock, Problem, Transactions } from 'tertib';
import { ListEdit } from '../data-list/list-edit.service.js';
import { rowOf } from '../datasets/data-list.js';
import { DatasetAccess } from '../datasets/dataset-access.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { INITIAL_STATE } from '../datasets/dataset.states.js';
import type { Variable } from '../datasets/dataset.types.js';
import { rejectAll } from '../shared/reject.js';
import { MetadataUseEntity } from './metadata.entity.js';
import type { UsedVariable } from './metadata.schemas.js';
import { MetadataService } from './metadata.service.js';
import { columnOf, MsVar, ruleProblems } from './ms-var.js';

/** A variable that was described once becomes a column of a data set: from there the grid, the template, verification and the published package have it. */
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
  ) {}

  /** The names of the data set's columns afterwards; a column of the same name is replaced where it stands. */
  async use(recordId: string, { datasetId, key }: UsedVariable): Promise<string[]> {
    const { kind, content, version } = await this.metadata.newest(recordId);
    const dataset = await this.access.dataset(datasetId);
    const msVar = kind === 'variable' ? MsVar.parse(content) : null;
    const column = msVar && columnOf(msVar, key);
    if (!msVar || !column) throw notAColumn();
    rejectAll(ruleProblems(msVar));
    return this.database.tx(async (db) => {
      const { state, variables } = await db.findOneByOrFail(DatasetEntity, { id: dataset.id });
      if (state !== INITIAL_STATE) throw alreadyAsked();
      const columns = withColumn(variables, column);
      // The row of the list first, as everywhere, or two would each wait for the other.
      await this.list.describe(dataset.periodId, dataset.id, rowOf({ ...dataset, variables: columns })['variabel']);
      await db.update(DatasetEntity, dataset.id, { variables: columns, updatedAt: this.clock.now() });
      await db.upsert(MetadataUseEntity, { datasetId: dataset.id, columnName: column.name, recordId, version, userName: this.asker.required().name, at: this.clock.now() }, ['datasetId', 'columnName']);
      await this.audit.write({ action: 'metadata.used', caseId: dataset.periodId, subject: dataset.id, officeId: dataset.officeId, detail: { variable: recordId, version, column: column.name } });
      return columns.map(({ name }) => name);
    });
  }
}

/** How small cells are protected is the data set's to say, not the variable's: it stays. */
const withColumn = (variables: readonly Variable[], column: Variable): Variable[] =>
  variables.some(({ name }) => name === column.name) ? variables.map((one) => (one.name === column.name ? { ...column, protection: one.protection ?? null } : one)) : [...variables, column];

const notAColumn = () =>
  new Problem('metadata-not-a-column', 422, { id: 'Hanya variabel yang sudah punya nama kolom, nama, dan tipe data yang dapat dipakai. Lengkapi dahulu.', en: 'Only a variable with a column name, a name and a data type can be used. Complete it first.' });
const alreadyAsked = () =>
  new Problem('data-list-closed', 409, { id: 'Permintaan sudah dikirim, sehingga kolom dataset ini tidak dapat diubah lagi.', en: 'Requests have been sent, so the columns of this data set can no longer be changed.' });
