import { In, type EntityManager } from 'typeorm';
import { RequestEntity } from './request.entity.js';

/** The period was cancelled: what was still open ends so. */
export async function cancelRequests(db: EntityManager, periodId: string, endedAt: Date): Promise<void> {
  await db.update(RequestEntity, { periodId, state: In(['prepared', 'sent', 'verifying', 'correcting']) }, { state: 'cancelled', endedAt });
}
