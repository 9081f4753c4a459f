import type { Text } from 'tertib';
import { CLASS_NAMES, type AccessClass } from './access-class.js';

/** Reasons that the application itself gives for a data set's state; kept as their code, and said in whoever's language. */
export const WAIVED = 'review.waived';
const REASONS: Readonly<Record<string, Text>> = {
  [WAIVED]: { id: 'Tidak diperiksa BPS: kantor mengirim data prioritas saja, dan dataset ini tidak termasuk (ID DDP “-”).', en: 'Not reviewed by BPS: the office sends priority data only, and this data set is none (ID DDP “-”).' },
};

/** That a data set was ordered to be published with another access class than the data list gave it. */
export interface ClassChange {
  readonly before: AccessClass;
  readonly after: AccessClass;
  /** In the words of whoever changed it. */
  readonly why: string | null;
}

const CHANGE = /^class\.changed (tertutup|terbatas|terbuka) (tertutup|terbatas|terbuka)(?: ([^]+))?$/;

/** The reason to keep with the state. */
export const classChanged = ({ before, after, why }: ClassChange): string => ['class.changed', before, after, ...(why ? [why] : [])].join(' ');

/** What {@link classChanged} kept; null where the reason is another. */
export function changedClass(reason: string | null): ClassChange | null {
  const [, before, after, why] = CHANGE.exec(reason ?? '') ?? [];
  return before && after ? { before: before as AccessClass, after: after as AccessClass, why: why ?? null } : null;
}

/** Why a data set is in its state; what a person wrote is as he wrote it. */
export function reasonText(reason: string | null): Text | null {
  const change = changedClass(reason);
  if (!change) return reason === null ? null : (REASONS[reason] ?? { id: reason, en: reason });
  const { before, after, why } = change;
  const end = why ? `: ${why}` : '.';
  return { id: `Kelas akses diubah dari ${CLASS_NAMES[before].id} menjadi ${CLASS_NAMES[after].id}${end}`, en: `Access class changed from ${CLASS_NAMES[before].en} to ${CLASS_NAMES[after].en}${end}` };
}
