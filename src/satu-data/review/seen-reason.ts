import type { Text } from 'tertib';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import type { DatasetState } from '../datasets/dataset.states.js';
import { changedClass, classChanged, reasonText, WAIVED } from '../datasets/state-reasons.js';

/** What BPS's own decision leads to: the reason that stands with such a state is what BPS wrote. */
const JUDGED: readonly DatasetState[] = ['eligible', 'analysed', 'rejected'];

/** Why a data set is in its state. What the office wrote for its own staff is not BPS's to read. */
export function seenReason({ state, stateReason }: Pick<DatasetEntity, 'state' | 'stateReason'>, reviewer: boolean): Text | null {
  if (!reviewer || JUDGED.includes(state) || stateReason === WAIVED) return reasonText(stateReason);
  const change = changedClass(stateReason);
  return change && reasonText(classChanged({ ...change, why: null }));
}
