/** Minutes that a zone is ahead of UTC at a moment. */
function offsetAt(moment: Date, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  }).formatToParts(moment);
  const part = (type: string) => Number(parts.find((p) => p.type === type)?.value);
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return Math.round((local - Math.floor(moment.getTime() / 1000) * 1000) / 60_000);
}

const two = (n: number): string => String(n).padStart(2, '0');

/** A moment as the office's clock shows it: `2026-11-30T16:00`. */
export function toLocal(value: string, zone: string): string {
  const moment = new Date(value);
  if (Number.isNaN(moment.getTime())) return '';
  return new Date(moment.getTime() + offsetAt(moment, zone) * 60_000).toISOString().slice(0, 16);
}

/** The office's clock time as a moment with its offset: `2026-11-30T16:00:00+07:00`. */
export function fromLocal(text: string, zone: string): string {
  const guess = new Date(`${text}:00Z`);
  if (Number.isNaN(guess.getTime())) return '';
  const offset = offsetAt(new Date(guess.getTime() - offsetAt(guess, zone) * 60_000), zone);
  const away = Math.abs(offset);
  return `${text}:00${offset < 0 ? '-' : '+'}${two(Math.floor(away / 60))}:${two(away % 60)}`;
}
