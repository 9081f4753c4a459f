import type { Language, Text } from 'tertib';
import { formatDecimal } from '../portal/number-format.js';
import type { PeriodEntity } from '../periods/period.entity.js';
import type { Change, Changes } from './changes-since.js';
import { remeasuredSentence } from './remeasured.js';

/** More than anybody reads on a telephone. */
const NAMED = 8;

const WORDS = {
  id: { up: 'naik', down: 'turun', from: 'dari', to: 'menjadi', none: 'kosong', unread: (text: string) => `“${text}” yang tidak terbaca`, less: 'kurang dari 0,1', more: (count: string) => `… dan ${count} perubahan lain yang lebih kecil.` },
  en: { up: 'up', down: 'down', from: 'from', to: 'to', none: 'empty', unread: (text: string) => `“${text}”, which could not be read,`, less: 'less than 0.1', more: (count: string) => `… and ${count} other, smaller changes.` },
};

/** The biggest changes as sentences, and how many there are beside. */
export function changeSentences({ changed, count }: Changes): Text[] {
  const rest = count - Math.min(changed.length, NAMED);
  const more = rest > 0 ? [{ id: WORDS.id.more(formatDecimal(String(rest), 'id')), en: WORDS.en.more(formatDecimal(String(rest), 'en')) }] : [];
  return [...changed.slice(0, NAMED).map((change) => ({ id: sentence(change, 'id'), en: sentence(change, 'en') })), ...more];
}

/** With what the table was compared, as people call it. */
export interface ChangesFrom extends Changes {
  readonly since: Text;
}

export const DELIVERY_BEFORE: Text = { id: 'penyampaian sebelumnya', en: 'the delivery before' };
/** Where nobody knows which by now. */
export const SOME_PERIOD_BEFORE: Text = { id: 'periode sebelumnya', en: 'the period before' };
const LAST_YEAR: Text = { id: 'tahun lalu', en: 'last year' };

/** Not every period before is last year: an office may collect twice a year, or not in every year. */
export const periodBefore = (now: Pick<PeriodEntity, 'year'>, { year, title }: Pick<PeriodEntity, 'year' | 'title'>): Text =>
  year === now.year - 1 ? LAST_YEAR : { id: `${SOME_PERIOD_BEFORE.id} (${title})`, en: `${SOME_PERIOD_BEFORE.en} (${title})` };

/** The table as a whole, in one sentence. */
export function changeSummary(changes: ChangesFrom | null): Text {
  if (!changes) return { id: 'Tidak ada data periode sebelumnya di aplikasi untuk dibandingkan.', en: 'The application has no data of a period before to compare with.' };
  const say = (language: Language): string => {
    const n = (value: number): string => formatDecimal(String(value), language);
    const { count, compared, added, missing, unclear, unread = 0, since, remeasured = [] } = changes;
    const { nothing, same, sameOfThese, some, rows, which, unreadable } = WHOLE[language];
    const values = compared === 0 ? nothing : count > 0 ? some(n(count), n(compared)) : unclear + unread > 0 ? sameOfThese : same;
    return [`${values} ${since[language]}.`, ...(unclear > 0 ? [which(n(unclear))] : []), ...(unread > 0 ? [unreadable(n(unread))] : []), ...(added + missing > 0 ? [rows(n(added), n(missing))] : []), ...remeasured.map((one) => remeasuredSentence(one)[language])].join(' ');
  };
  return { id: say('id'), en: say('en') };
}

const WHOLE = {
  id: {
    nothing: 'Tidak ada nilai yang dapat dibandingkan dengan', same: 'Semua nilai sama dengan', sameOfThese: 'Semua nilai yang dapat dibandingkan sama dengan', some: (count: string, of: string) => `${count} dari ${of} nilai berbeda dari`,
    rows: (added: string, missing: string) => `${added} baris baru, ${missing} baris tidak ada lagi.`,
    which: (rows: string) => `${rows} baris tidak dibandingkan karena kolom kuncinya tidak membedakannya dari baris lain.`,
    unreadable: (values: string) => `${values} nilai tidak dibandingkan karena tidak terbaca.`,
  },
  en: {
    nothing: 'No value can be compared with', same: 'All values are those of', sameOfThese: 'All values that can be compared are those of', some: (count: string, of: string) => `${count} of ${of} values differ from`,
    rows: (added: string, missing: string) => `${added} rows are new, ${missing} rows are gone.`,
    which: (rows: string) => `${rows} rows are not compared, as their key columns do not tell them from other rows.`,
    unreadable: (values: string) => (values === '1' ? '1 value is not compared, as it could not be read.' : `${values} values are not compared, as they could not be read.`),
  },
};

function sentence({ keys, variable, before, now, fraction, unread = [] }: Change, language: Language): string {
  const words = WORDS[language];
  const where = keys.map(({ title, value }) => title?.[language] ?? value).join(', ');
  const shown = (value: string | null, side: 'before' | 'now'): string => (value === null ? words.none : unread.includes(side) ? words.unread(value) : formatDecimal(value, language));
  const how = fraction === null ? '' : ` ${fraction > 0 ? words.up : words.down} ${percent(Math.abs(fraction), language)} %`;
  return `${where && `${where}: `}${variable.title}${how} ${words.from} ${shown(before, 'before')} ${words.to} ${shown(now, 'now')}.`;
}

const percent = (fraction: number, language: Language): string => (fraction < 0.001 ? WORDS[language].less : formatDecimal((fraction * 100).toFixed(1), language));
