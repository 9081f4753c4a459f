import type { Asker, Clock } from '../../sdk/index.js';
import type { DraftEntity } from './draft.entity.js';

/** Who changes a draft, and when; nobody where the application does. */
export function authorship(asker: Asker, clock: Clock): Pick<DraftEntity, 'updatedBy' | 'updatedByName' | 'updatedAt'> {
  const person = asker.current();
  return { updatedBy: person?.id ?? null, updatedByName: person?.name ?? null, updatedAt: clock.now() };
}
