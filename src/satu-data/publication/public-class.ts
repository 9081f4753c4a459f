import type { DatasetEntity } from '../datasets/dataset.entity.js';

/** Whether the class of a data set lets its table be public: as it is, with the small cells of some columns hidden, or not at all. */
export type PublicAs = 'whole' | 'protected' | 'closed' | 'unprotected';

/** Whether there is anything to look for that must not be told. */
export const hasProtected = (variables: DatasetEntity['variables']): boolean => variables.some(({ protection }) => protection);

export function publicAs({ riskClass, variables }: Pick<DatasetEntity, 'riskClass' | 'variables'>): PublicAs {
  if (riskClass === 'tertutup') return 'closed';
  if (hasProtected(variables)) return 'protected';
  return riskClass === 'terbatas' ? 'unprotected' : 'whole';
}
