import type { LargeTableEntity } from './large-table.entity.js';
import type { KeptTable } from './large-work.js';

/** Null as long as it has not been read. */
export const keptOf = ({ keptFileId, shape }: Pick<LargeTableEntity, 'keptFileId' | 'shape'>): KeptTable | null => (keptFileId && shape ? { keptFileId, shape } : null);
