import type { Operator } from './operators.js';

export interface Part {
  component: string;
  operator: Operator;
  value?: string | number | boolean;
}

/** When a part of a form is shown, as a person reads it. */
export interface Rule {
  show: boolean;
  any: boolean;
  parts: Part[];
}

/** As Form.io keeps it, in its newer form (`conditions`) or its older one (`when`). */
interface Kept {
  show?: unknown;
  when?: unknown;
  eq?: unknown;
  conjunction?: unknown;
  conditions?: Part[];
  json?: unknown;
}

/** What Form.io takes for no condition. */
const NONE = { show: null, when: null, eq: '' };

/** A rule that nobody can read off a list: written elsewhere, as logic. */
export const isLogic = (kept: unknown): boolean => Boolean((kept as Kept | null | undefined)?.json);

/** The rule, or nothing where the part is always shown. */
export function ruleOf(kept: unknown): Rule | undefined {
  const { show, when, eq, conjunction, conditions = [] } = (kept ?? {}) as Kept;
  const old: Part[] = typeof when === 'string' && when !== '' ? [{ component: when, operator: 'isEqual', value: eq as string }] : [];
  const parts = conditions.length > 0 ? conditions : old;
  return parts.length > 0 ? { show: show !== false && show !== 'false', any: conjunction === 'any', parts } : undefined;
}

/** Always in the newer form. A part without a field is not kept: Form.io would take it for fulfilled. */
export function keptOf(rule: Rule | undefined): object {
  return rule ? { ...NONE, show: rule.show, conjunction: rule.any ? 'any' : 'all', conditions: rule.parts } : NONE;
}
