import { createHash } from 'node:crypto';
import type { DeliveryEntity } from '../deliveries/delivery.entity.js';

type Part = Pick<DeliveryEntity, 'datasetId' | 'kind' | 'reason' | 'hash'>;

/** sha256 over what is delivered: another table, another reason or another data set is another fingerprint. */
export function fingerprintOf(deliveries: readonly Part[]): string {
  const parts = deliveries.map(({ datasetId, kind, reason, hash }) => [datasetId, kind, reason, hash]);
  const ordered = parts.toSorted(([one], [other]) => (String(one) < String(other) ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(ordered)).digest('hex');
}

/** What is printed, to be typed in again: the first twelve digits, in groups. */
export const codeOf = (fingerprint: string): string => fingerprint.slice(0, 12).toUpperCase().replace(/(.{4})(?!$)/g, '$1-');

/** However it was typed: small letters, blanks, no hyphens. */
export const sameCode = (typed: string, code: string): boolean => bare(typed) === bare(code);

const bare = (code: string): string => code.toUpperCase().replace(/[^0-9A-F]/g, '');
