import { unfilled, variablesFrom, type FormDefinition } from '../../forms/index.js';
import type { ProcessVariables } from '../../../sdk/index.js';
import type { ReplayModel } from './model.js';
import type { PastAnswer } from './past.js';

/** What an answer of then says to a form of now. */
export interface Reread {
  readonly variables: ProcessVariables;
  /** Required fields of now that nobody filled, and that were not required then, by key. */
  readonly missing: readonly string[];
}

/** The same answer through the draft's form: the fields that it marks become variables, beside what the application's own rules added. */
export function reread(answer: PastAnswer, now: FormDefinition | undefined, then: ReplayModel): Reread {
  const before = then.forms.get(answer.formKey);
  // Forms are decoded once for each content, so the same form is the same object.
  if (before === now) return { variables: answer.variables, missing: [] };
  const mine = new Set(before ? Object.keys(variablesFrom(before, {})) : []);
  const added = Object.fromEntries(Object.entries(answer.variables).filter(([name]) => !mine.has(name)));
  const empty = now ? [...unfilled(now, answer.data).keys()] : [];
  const known = before && empty.length > 0 ? unfilled(before, answer.data) : new Map<string, unknown>();
  const missing = empty.filter((key) => !known.has(key));
  return { variables: { ...added, ...(now ? variablesFrom(now, answer.data) : {}) }, missing };
}
