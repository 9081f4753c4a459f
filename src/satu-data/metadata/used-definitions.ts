import { In, type EntityManager } from 'typeorm';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { MetadataEntity, MetadataUseEntity } from './metadata.entity.js';
import { MsVar } from './ms-var.js';

/** The data list has no field for what a column's values mean. Where a variable was put into a row, MS-Var's definition is said of its data set once there is one, also over what the last period's says. */
export async function keepDefinitions(db: EntityManager, datasetIds: readonly string[]): Promise<void> {
  const uses = await db.findBy(MetadataUseEntity, { datasetId: In([...datasetIds]) });
  if (uses.length === 0) return;
  const records = await db.findBy(MetadataEntity, { kind: 'variable', recordId: In(uses.map(({ recordId }) => recordId)) });
  const definitionOf = (datasetId: string, column: string): string | null | undefined => {
    const use = uses.find((one) => one.datasetId === datasetId && one.columnName === column);
    const record = use && records.find(({ recordId, version }) => recordId === use.recordId && version === use.version);
    return record && MsVar.parse(record.content).definisi;
  };
  for (const { id, variables } of await db.findBy(DatasetEntity, { id: In(uses.map(({ datasetId }) => datasetId)) })) {
    const said = variables.map((one) => {
      const definition = definitionOf(id, one.name);
      return definition === undefined || definition === one.definition ? one : { ...one, definition };
    });
    if (said.some((one, index) => one !== variables[index])) await db.update(DatasetEntity, id, { variables: said });
  }
}
