import { In, type EntityManager } from 'typeorm';
import type { DefinitionOf } from '../datasets/list-keeping.js';
import { MetadataEntity, MetadataUseEntity } from './metadata.entity.js';
import { MsVar } from './ms-var.js';

/** The data list has no field for what a column's values mean. Where a variable was put into a row, MS-Var's definition is said of its data set, also over what the last period's says. */
export async function usedDefinitions(db: EntityManager, datasetIds: readonly string[]): Promise<DefinitionOf> {
  const uses = await db.findBy(MetadataUseEntity, { datasetId: In([...datasetIds]) });
  if (uses.length === 0) return () => undefined;
  const records = await db.findBy(MetadataEntity, { kind: 'variable', recordId: In(uses.map(({ recordId }) => recordId)) });
  return (datasetId, column) => {
    const use = uses.find((one) => one.datasetId === datasetId && one.columnName === column);
    const record = use && records.find(({ recordId, version }) => recordId === use.recordId && version === use.version);
    return record && MsVar.parse(record.content).definisi;
  };
}
