import type { Text } from 'tertib';
import { grouped } from '../shared/grouped.js';
import type { Check } from './checks-passed.js';

/** Why findings were accepted. */
export interface AcceptedReason {
  readonly reason: string;
  /** The rules that it was written for; null where the same one was written for all. */
  readonly rules: Text | null;
}

/** Each reason once, in the order of the report. */
export function acceptedReasons(checks: readonly Pick<Check, 'title' | 'accepted'>[]): AcceptedReason[] {
  const by = [...grouped(checks.filter(({ accepted }) => accepted), ({ accepted }) => accepted?.reason ?? '')];
  const rules = (of: readonly Pick<Check, 'title'>[]): Text => ({ id: of.map(({ title }) => title.id).join('; '), en: of.map(({ title }) => title.en).join('; ') });
  return by.map(([reason, of]) => ({ reason, rules: by.length > 1 ? rules(of) : null }));
}

/** With the rules before it, where there are several. */
export const reasonWords = ({ reason, rules }: AcceptedReason): Text => ({ id: rules ? `${rules.id}: ${reason}` : reason, en: rules ? `${rules.en}: ${reason}` : reason });
