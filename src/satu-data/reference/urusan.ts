import type { OfficeCode, ShippedList } from '../code-lists/code-list.types.js';
import { URUSAN_GROUPS } from './urusan.data.js';

/** What regions govern, such as `1.02` (Health) or `2.20` (Statistics). */
export const URUSAN: ShippedList = {
  scheme: 'urusan',
  title: { id: 'Urusan pemerintahan daerah', en: 'Affairs of regional government' },
  levels: [
    { key: 'kelompok', title: { id: 'Kelompok urusan', en: 'Group of affairs' } },
    { key: 'urusan', title: { id: 'Urusan', en: 'Affair' } },
  ],
  *codes(): Generator<OfficeCode> {
    for (const group of URUSAN_GROUPS) {
      yield { code: group.code, title: { id: group.id, en: group.en }, parent: null, level: 'kelompok' };
      for (const [index, [id, en]] of group.affairs.entries()) {
        yield { code: `${group.code}.${String(group.first + index).padStart(2, '0')}`, title: { id, en }, parent: group.code, level: 'urusan' };
      }
    }
  },
};
