import type { StepTimes } from 'tertib';
import { grouped } from '../shared/grouped.js';
import { GSBPM, GSBPM_PHASES, GSBPM_PROPERTY, phaseOf } from './gsbpm.js';

/** Which phase took how long; steps that a diagram has not marked stand at the end, under none. */
export interface PhaseTimes {
  readonly code: string | null;
  readonly count: number;
  readonly open: number;
  readonly seconds: number;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly steps: readonly { readonly name: string; readonly code: string | null; readonly count: number; readonly open: number; readonly seconds: number }[];
}

const ORDER = Object.keys(GSBPM_PHASES);
const codeOf = ({ properties }: StepTimes): string | null => {
  const code = properties[GSBPM_PROPERTY];
  return code !== undefined && code in GSBPM ? code : null;
};
const total = (steps: readonly StepTimes[], key: 'count' | 'open' | 'seconds'): number => steps.reduce((sum, step) => sum + step[key], 0);

export function phasesOf(steps: readonly StepTimes[]): PhaseTimes[] {
  const by = grouped(steps, (step) => { const code = codeOf(step); return code === null ? null : phaseOf(code); });
  return [...ORDER, null].flatMap((code) => {
    const own = by.get(code);
    if (!own) return [];
    const first = Math.min(...own.map(({ firstAt }) => firstAt.getTime()));
    const last = Math.max(...own.map(({ lastAt }) => lastAt.getTime()));
    return [{
      code, count: total(own, 'count'), open: total(own, 'open'), seconds: total(own, 'seconds'), firstAt: new Date(first).toISOString(), lastAt: new Date(last).toISOString(),
      // The same step of several periods is one line.
      steps: [...grouped(own, (step) => `${codeOf(step) ?? ''} ${step.name}`).values()].map((same) => ({ name: same[0]?.name ?? '', code: same[0] ? codeOf(same[0]) : null, count: total(same, 'count'), open: total(same, 'open'), seconds: total(same, 'seconds') })),
    }];
  });
}
