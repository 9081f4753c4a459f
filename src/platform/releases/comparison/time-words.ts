import type { Text } from '../../../sdk/index.js';
import { both, say } from './wording.js';

const UNITS: readonly Text[] = [
  { id: 'tahun', en: 'year' }, { id: 'bulan', en: 'month' }, { id: 'minggu', en: 'week' }, { id: 'hari', en: 'day' },
  { id: 'jam', en: 'hour' }, { id: 'menit', en: 'minute' }, { id: 'detik', en: 'second' },
];
const DURATION = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/;

function duration(iso: string): Text | null {
  const found = DURATION.exec(iso);
  const parts = UNITS.flatMap((unit, index) => (found?.[index + 1] === undefined ? [] : [{ count: found[index + 1] as string, unit }]));
  if (parts.length === 0) return null;
  return { id: parts.map(({ count, unit }) => `${count} ${unit.id}`).join(' '), en: parts.map(({ count, unit }) => `${count} ${unit.en}${count === '1' ? '' : 's'}`).join(' ') };
}

/** As it is written, on the clock of the offset that it is written with. */
function moment(iso: string): Text | null {
  const [, local, offset] = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?)(Z|[+-]\d{2}:?\d{2})$/.exec(iso) ?? [];
  const time = new Date(`${local}Z`);
  if (local === undefined || Number.isNaN(time.getTime())) return null;
  const words = (locale: string) => `${new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'long' }).format(time)} ${local.slice(11, 16)} (UTC${offset === 'Z' ? '' : offset})`;
  return { id: words('id-ID'), en: words('en-GB') };
}

function cycle(iso: string): Text | null {
  const [, count, every] = /^R(\d*)\/(.+)$/.exec(iso) ?? [];
  const each = every === undefined ? null : duration(every);
  if (!each) return null;
  const times = count ? { id: `, ${count} kali`, en: `, ${count} times` } : both('');
  return say((part) => `setiap ${part(each)}${part(times)}`, (part) => `every ${part(each)}${part(times)}`);
}

/** A timer's or deadline's literal in words: `P14D` is 14 days; null where it is none. */
export function timeInWords(text: string): Text | null {
  return duration(text.trim()) ?? moment(text.trim()) ?? cycle(text.trim());
}
