import type { FormComponent } from '../../../../api/index.js';

/** What a condition compares, in the words that Form.io keeps; each is said in words of its own (`words.ts`). */
export type Operator =
  | 'isEqual' | 'isNotEqual' | 'isEmpty' | 'isNotEmpty' | 'includes' | 'notIncludes' | 'startsWith' | 'endsWith' | 'greaterThan' | 'greaterThanOrEqual' | 'lessThan' | 'lessThanOrEqual'
  | 'dateGreaterThan' | 'dateGreaterThanOrEqual' | 'dateLessThan' | 'dateLessThanOrEqual' | 'isDateEqual' | 'isNotDateEqual';

const FILLED: readonly Operator[] = ['isNotEmpty', 'isEmpty'];
const SAME: readonly Operator[] = ['isEqual', 'isNotEqual'];
const CHOSEN = [...SAME, ...FILLED];
const WRITTEN: readonly Operator[] = [...CHOSEN, 'includes', 'notIncludes', 'startsWith'];

/** By type of field, what can be asked of it with the same answer in the browser and on the server. A type that is missing here cannot be asked. */
const OFFERED: Readonly<Record<string, readonly Operator[]>> = {
  textfield: WRITTEN, textarea: WRITTEN, email: WRITTEN, phoneNumber: WRITTEN,
  radio: CHOSEN, select: CHOSEN, selectboxes: [...SAME, ...FILLED],
  checkbox: SAME,
  number: [...CHOSEN, 'greaterThan', 'greaterThanOrEqual', 'lessThan', 'lessThanOrEqual'],
  datetime: FILLED, berkas: FILLED, pilihProdusen: FILLED, pilihOrang: FILLED, pilihInstansi: FILLED, pilihKode: FILLED,
};

export function operatorsFor({ type, ...component }: Pick<FormComponent, 'type'> & { multiple?: boolean }): readonly Operator[] {
  if (component.multiple === true && OFFERED[type]) return ['includes', 'notIncludes', ...FILLED];
  return OFFERED[type] ?? [];
}

/** Whether an operator stands alone, without something to compare with. */
export const standsAlone = (operator: Operator): boolean => FILLED.includes(operator);
