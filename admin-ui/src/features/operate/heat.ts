import type { StepMeasure, Token } from '../../api/index.js';
import type { Heat } from '../../shared/bpmn/index.js';
import type { Colour } from './filters.js';

/** The seconds that a step is coloured by; undefined: nothing to say of it. */
export function secondsOf(step: StepMeasure, colour: Colour): number | undefined {
  if (colour === 'count') return undefined;
  const [which, measure] = colour.split('.') as ['done' | 'waiting', 'median' | 'most'];
  return step[which]?.[measure];
}

/**
 * In five levels by the root of the time: one step of months would otherwise leave all others as pale as each other. A call is left
 * out: the steps of the diagram that it calls say it, and its own colour would always be the warmest.
 */
export function heatOf(steps: StepMeasure[], colour: Colour, say: (seconds: number) => string, label: (name: string, time: string) => string): Map<string, Heat> {
  const timed = steps.filter(({ calls }) => !calls).flatMap((step) => {
    const seconds = secondsOf(step, colour);
    return seconds === undefined ? [] : [{ step, seconds }];
  });
  const most = Math.max(1, ...timed.map(({ seconds }) => seconds));
  return new Map(timed.map(({ step, seconds }) => [step.elementId, { level: (1 + Math.floor(4 * Math.sqrt(seconds / most))) as Heat['level'], text: say(seconds), label: label(step.name, say(seconds)) }]));
}

/** What stands where, as the diagram draws it. */
export const tokensOf = (steps: StepMeasure[]): Token[] =>
  steps.flatMap(({ processKey, elementId, waiting, incidents }) => [
    ...(waiting ? [{ processKey, elementId, count: waiting.count, state: 'active' as const }] : []),
    ...(incidents ? [{ processKey, elementId, count: incidents, state: 'incident' as const }] : []),
  ]);
