import type { DecimalMark } from '../datasets/dataset.types.js';

/** Canonical decimal text as people write it under `mark`; grouped. */
export function formatNumber(value: string, mark: DecimalMark): string {
  const [whole = '', fraction] = value.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, mark === ',' ? '.' : ',');
  return fraction === undefined ? grouped : `${grouped}${mark}${fraction}`;
}
