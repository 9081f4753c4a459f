import type { Abilities } from '../../api/index.js';
import { useLanguage, useT } from '../../shared/i18n/index.js';
import { abilityWords } from './abilityWords.js';

/** “By the role …”: keys as the office calls them, those of a substitute with Plh. or Plt. */
export function useThrough(roles: Abilities['roles']): (keys: readonly string[]) => string {
  const t = useT(abilityWords);
  const lang = useLanguage();
  const names = new Map(roles.map(({ key, name, standsIn }) => [key, (standsIn?.title ?? name)[lang]]));
  return (keys) => t.through(keys.map((key) => names.get(key) ?? key).join(', '));
}
