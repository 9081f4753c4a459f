import type { ReleaseEntity } from './release.entity.js';

export type ReleaseView = Pick<ReleaseEntity, 'id' | 'version' | 'state' | 'origin' | 'note' | 'restoredVersion' | 'publishedByName' | 'publishedAt' | 'failure'>;

export const releaseView = ({ id, version, state, origin, note, restoredVersion, publishedByName, publishedAt, failure }: ReleaseEntity): ReleaseView => ({ id, version, state, origin, note, restoredVersion, publishedByName, publishedAt, failure });
