import type { Text } from 'tertib';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { isNumeric, type Variable } from '../datasets/dataset.types.js';
import { TYPE_NAMES } from '../tables/type-names.js';
import { isSameUnit } from '../tables/unit.js';

/** A column that the table of the period before has in another unit, or of another type: between its numbers then and now there is no change to be told. */
export interface Remeasured {
  readonly name: string;
  readonly title: string;
  readonly what: 'unit' | 'type';
  readonly was: string;
  readonly now: string;
}

type Measured = Pick<DatasetEntity, 'unit' | 'variables'>;

/** Columns of the same name that are measured otherwise by now. Where a unit was not written, or is not any more, nobody says that it is another one. */
export function remeasured(now: Measured, then: Measured): Remeasured[] {
  return now.variables.flatMap((variable): Remeasured[] => {
    const old = then.variables.find(({ name }) => name === variable.name);
    if (!old || variable.key) return [];
    const { name, title } = variable;
    if (isNumeric(old.type) !== isNumeric(variable.type) || (old.type === 'date') !== (variable.type === 'date')) return [{ name, title, what: 'type', was: old.type, now: variable.type }];
    const [is, was] = unitsOf(now, variable, then, old);
    return isNumeric(variable.type) && is && was && !isSameUnit(is, was) ? [{ name, title, what: 'unit', was, now: is }] : [];
  });
}

/** Those of the column; where neither has one, the table's. */
function unitsOf(now: Measured, { unit: is }: Variable, then: Measured, { unit: was }: Variable): readonly [string, string] {
  const [own, earlier] = [is?.trim() ?? '', was?.trim() ?? ''];
  return own || earlier ? [own, earlier] : [now.unit.trim(), then.unit.trim()];
}

/** Without what cannot be compared: for whoever holds two tables against each other. */
export const withoutRemeasured = <D extends Pick<DatasetEntity, 'variables'>>(dataset: D, columns: readonly Pick<Remeasured, 'name'>[] = []): D =>
  columns.length === 0 ? dataset : { ...dataset, variables: dataset.variables.filter(({ name }) => columns.every((one) => one.name !== name)) };

/** Says that a column is not compared, and why. */
export function remeasuredSentence({ title, what, was, now }: Remeasured): Text {
  const [id, en] = what === 'unit' ? ['Satuan', 'The unit'] : ['Tipe', 'The type'];
  const called = (one: string): Text => (what === 'type' ? (TYPE_NAMES as Readonly<Record<string, Text>>)[one] : undefined) ?? { id: one, en: one };
  const [before, after] = [called(was), called(now)];
  return {
    id: `${id} “${title}” berubah dari “${before.id}” menjadi “${after.id}”, sehingga kolom ini tidak dibandingkan dengan periode sebelumnya.`,
    en: `${en} of “${title}” has changed from “${before.en}” to “${after.en}”, so this column is not compared with the period before.`,
  };
}
