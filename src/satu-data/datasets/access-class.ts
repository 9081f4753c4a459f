import type { Text } from 'tertib';
import type { DatasetEntity } from './dataset.entity.js';

export type AccessClass = DatasetEntity['riskClass'];

/** From the closest to the widest. */
export const CLASS_NAMES = {
  tertutup: { id: 'tertutup', en: 'closed' }, terbatas: { id: 'terbatas', en: 'restricted' }, terbuka: { id: 'terbuka', en: 'open' },
} as const satisfies Record<AccessClass, Text>;

const ORDER = Object.keys(CLASS_NAMES);

/** Whether more people may see data of the class `after` than of the class `before`. */
export const isWider = (after: AccessClass, before: AccessClass): boolean => ORDER.indexOf(after) > ORDER.indexOf(before);
