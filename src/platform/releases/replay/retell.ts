import { CODES, decisive, type Difference, type Outcome } from './difference.js';
import type { ReplayModel } from './model.js';
import type { PastCase } from './past.js';
import { walk } from './walk.js';

/** How one case would fare under the draft, and the way that it takes there. */
export interface Retold {
  readonly outcome: Outcome;
  readonly difference: Difference;
  readonly way: ReadonlyMap<string, ReadonlySet<string>>;
}

const plain = (code: 'same' | 'not-retold', processKey: string): Difference => ({ code, processKey, elementId: '', detail: '', instead: '', at: '' });

/**
 * Walks the case through the draft. What differs counts only where the paper can retell the case on its own version as well:
 * otherwise it is the paper that is wrong, and nothing is said.
 */
export function retell(past: PastCase, draft: ReplayModel, then: ReplayModel): Retold {
  const { differences, way } = walk(past, draft, then);
  const found = decisive(differences);
  if (!found && past.rootId !== null) return { outcome: 'same', difference: plain('same', past.procedureKey), way };
  const sound = past.rootId !== null && past.instances.has(past.rootId) && walk(past, then, then).differences.length === 0;
  if (!sound || !found) return { outcome: 'unknown', difference: plain('not-retold', past.procedureKey), way: new Map() };
  return { outcome: CODES[found.code], difference: found, way };
}
