import { createHash } from 'node:crypto';
import type { AuditEntity } from './audit.entity.js';

export const FIRST_LINK = '0'.repeat(64);

/** sha256 over the entry and the hash before it: a line that is changed, removed or put between breaks every later one. */
export function linkHash(entry: AuditEntity, sequence: number, previous: string): string {
  const { id, at, action, userId, userName, caseId, officeId, subject, detail, correlationId } = entry;
  const text = JSON.stringify([sequence, previous, id, at.toISOString(), action, userId, userName, caseId, officeId, subject, detail, correlationId]);
  return createHash('sha256').update(text).digest('hex');
}
