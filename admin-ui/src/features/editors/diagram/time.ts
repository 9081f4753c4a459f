import { fromLocal, officeZone, toLocal } from '../../../shared/i18n/index.js';

/** How a time is told: from a variable, a date, a wait, or in the standard's own writing. */
export type TimeKind = 'variable' | 'before' | 'date' | 'wait' | 'working' | 'written';
export type Unit = 'minutes' | 'hours' | 'days' | 'weeks';

const WAIT = /^P(?:T(\d{1,5})([MH])|(\d{1,5})([DW]))$/;
const UNITS: Readonly<Record<Unit, (amount: number) => string>> = { minutes: (n) => `PT${n}M`, hours: (n) => `PT${n}H`, days: (n) => `P${n}D`, weeks: (n) => `P${n}W` };
const OF: Readonly<Record<string, Unit>> = { TM: 'minutes', TH: 'hours', D: 'days', W: 'weeks' };
export const UNIT_NAMES = Object.keys(UNITS) as Unit[];

export const readVariable = (body: string): string | null => /^\$\{\s*([A-Za-z_]\w*)\s*\}$/.exec(body.trim())?.[1] ?? null;

export function readWait(body: string): { amount: number; unit: Unit } | null {
  const [, clock, clockUnit, span, spanUnit] = WAIT.exec(body.trim()) ?? [];
  const unit = OF[clock ? `T${clockUnit}` : (spanUnit ?? '')];
  return unit ? { amount: Number(clock ?? span), unit } : null;
}

export const writeWait = (amount: number, unit: Unit): string => UNITS[unit](Math.max(1, Math.min(99_999, Math.trunc(amount) || 1)));

/** By the office's clock, to the minute; null for what is no full date. */
export const readDate = (body: string): string | null => (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(body.trim()) ? toLocal(body.trim(), officeZone()) : null);
export const writeDate = (local: string): string => fromLocal(local, officeZone());

export function kindOf(body: string, workingDays = ''): TimeKind {
  const fromVariable = body.trim() === '' || readVariable(body) !== null;
  if (workingDays !== '') return fromVariable ? 'before' : readWait(body) ? 'working' : 'written';
  if (fromVariable) return 'variable';
  return readWait(body) ? 'wait' : readDate(body) !== null ? 'date' : 'written';
}

export interface Span {
  readonly count: number;
  readonly unit: 'years' | 'months' | Unit | 'seconds';
}

const SPANS = ['years', 'months', 'weeks', 'days', 'hours', 'minutes', 'seconds'] as const;
const DURATION = /^P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?$/;

/** What a time says, for a sentence; null where it cannot be read. */
export type Said = { readonly every: boolean; readonly times: number | null; readonly spans: readonly Span[] };

export function readSpans(body: string): Said | null {
  const [, count, every] = /^R(\d*)\/(P.+)$/.exec(body.trim()) ?? [];
  const found = DURATION.exec(every ?? body.trim());
  if (!found) return null;
  const spans = SPANS.flatMap((unit, index) => (found[index + 1] === undefined ? [] : [{ unit, count: Number(found[index + 1]) }]));
  return { every: every !== undefined, times: count ? Number(count) : null, spans };
}
