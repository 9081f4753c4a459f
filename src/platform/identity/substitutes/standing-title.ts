import type { Text } from '../../../sdk/index.js';
import type { Capacity } from './substitute.entity.js';

/** As it stands behind the name of whoever holds the role for another. */
export function standingTitle(capacity: Capacity, role: Text, giver = ''): Text {
  if (capacity === 'delegate') return { id: `a.n. ${giver}, ${role.id}`, en: `on behalf of ${giver}, ${role.en}` };
  const prefix = capacity === 'plh' ? 'Plh.' : 'Plt.';
  return { id: `${prefix} ${role.id}`, en: `${prefix} ${role.en}` };
}
