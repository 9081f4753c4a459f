import { bareVariable } from './condition.js';
import { nodes, propertiesOf, type Node } from './model.js';

/** A timer that counts in the office's working days. */
export interface WorkingDayTimer {
  readonly days: number;
  /** The variable with the date that they come before; null: they are counted from when it is reached. */
  readonly before: string | null;
}

const DAYS = /^[1-9]\d{0,2}$/;
const body = (timer: Node, property: string): string => String((timer[property] as Node | undefined)?.['body'] ?? '').trim();

/** What the element says of working days; null where it says nothing, `unreadable` where its timer does not go with it. */
export function workingDaysOf(element: Node): WorkingDayTimer | 'unreadable' | null {
  const written = propertiesOf(element)['workingDays'];
  if (written === undefined) return null;
  const timer = nodes(element['eventDefinitions']).find(({ $type }) => $type === 'bpmn:TimerEventDefinition');
  // The engine starts what begins by itself from the diagram alone: there is no case yet whose days could be counted.
  if (!timer || !DAYS.test(written) || element.$type === 'bpmn:StartEvent') return 'unreadable';
  const before = bareVariable(body(timer, 'timeDate'));
  if (before !== null) return { days: Number(written), before };
  return body(timer, 'timeDuration') === `P${written}D` ? { days: Number(written), before: null } : 'unreadable';
}
