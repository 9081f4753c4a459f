import { Injectable } from '@nestjs/common';
import { Asker, AuditLog, Clock, Problem, Transactions } from 'tertib';
import { indicatorProblems } from '../analysis/indicator-problems.js';
import { ListEdit } from '../data-list/list-edit.service.js';
import { rowOf } from '../datasets/data-list.js';
import { DatasetAccess } from '../datasets/dataset-access.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { INITIAL_STATE } from '../datasets/dataset.states.js';
import type { Indicator, Variable } from '../datasets/dataset.types.js';
import { rejectAll } from '../shared/reject.js';
import { codeOf } from './metadata-code.js';
import { MetadataUseEntity, type MetadataEntity } from './metadata.entity.js';
import type { UsedVariable } from './metadata.schemas.js';
import { MetadataService } from './metadata.service.js';
import { formulaProblems, indicatorOf, MsInd } from './ms-ind.js';
import { columnOf, MsVar, ruleProblems } from './ms-var.js';

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
  ) {}

  /** The names of the data set's columns and indicators afterwards; one of the same name is replaced where it stands. */
  async use(recordId: string, { datasetId, key }: UsedVariable): Promise<string[]> {
    const record = await this.metadata.newest(recordId);
    const used = usedOf(record, key);
    const dataset = await this.access.dataset(datasetId);
    return this.database.tx(async (db) => {
      const { state, variables, indicators } = await db.findOneByOrFail(DatasetEntity, { id: dataset.id });
      if (state !== INITIAL_STATE) throw alreadyAsked();
      const now = 'column' in used ? { variables: withColumn(variables, used.column), indicators } : { variables, indicators: withIndicator(indicators, used.indicator) };
      if ('indicator' in used) rejectAll(indicatorProblems(used.indicator, now.variables, now.indicators).map(({ field, id, en }) => ({ path: field === 'indikator' ? 'kolom' : 'rumusHitung', message: { id, en } })));
      const { variabel, indikatorTurunan } = rowOf({ ...dataset, ...now });
      // The row of the list first, as everywhere, or two would each wait for the other.
      await this.list.describe(dataset.periodId, dataset.id, 'column' in used ? { variabel } : { indikatorTurunan });
      await db.update(DatasetEntity, dataset.id, { ...now, updatedAt: this.clock.now() });
      const { name } = 'column' in used ? used.column : used.indicator;
      await db.upsert(MetadataUseEntity, { datasetId: dataset.id, columnName: name, recordId, version: record.version, userName: this.asker.required().name, at: this.clock.now() }, ['datasetId', 'columnName']);
      await this.audit.write({ action: 'metadata.used', caseId: dataset.periodId, subject: dataset.id, officeId: dataset.officeId, detail: { [record.kind]: recordId, version: record.version, column: name } });
      return [...now.variables, ...now.indicators].map((one) => one.name);
    });
  }
}

/** @throws what it lacks. */
function usedOf({ kind, number, content }: MetadataEntity, key: boolean): { readonly column: Variable } | { readonly indicator: Indicator } {
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

const withIndicator = (indicators: readonly Indicator[], used: Indicator): Indicator[] =>
  indicators.some(({ name }) => name === used.name) ? indicators.map((one) => (one.name === used.name ? used : one)) : [...indicators, used];

/** How small cells are protected is the data set's to say, not the variable's: it stays. */
const withColumn = (variables: readonly Variable[], column: Variable): Variable[] =>
  variables.some(({ name }) => name === column.name) ? variables.map((one) => (one.name === column.name ? { ...column, protection: one.protection ?? null } : one)) : [...variables, column];

const notAColumn = () =>
  new Problem('metadata-not-a-column', 422, { id: 'Hanya variabel yang sudah punya nama kolom, nama, dan tipe data yang dapat dipakai. Lengkapi dahulu.', en: 'Only a variable with a column name, a name and a data type can be used. Complete it first.' });
const notComputed = () =>
  new Problem('metadata-not-computed', 422, { id: 'Hanya indikator yang sudah punya nama, nama kolom, dan rumus hitung yang dapat dipakai. Lengkapi dahulu.', en: 'Only an indicator with a name, a column name and a formula to compute can be used. Complete it first.' });
const alreadyAsked = () =>
  new Problem('data-list-closed', 409, { id: 'Permintaan sudah dikirim, sehingga kolom dataset ini tidak dapat diubah lagi.', en: 'Requests have been sent, so the columns of this data set can no longer be changed.' });
