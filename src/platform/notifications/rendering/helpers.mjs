const DASH = '–';
const ZONES = /** @type {Record<string, string>} */ ({ 'Asia/Jakarta': 'WIB', 'Asia/Pontianak': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' });

/** As the language of the template writes dates and numbers: the root's `bahasa`. */
const WAYS = /** @type {const} */ ({
  id: { locale: 'id-ID', at: ' pukul ', clock: '.', thousands: '.', point: ',' },
  en: { locale: 'en-GB', at: ' at ', clock: ':', thousands: ',', point: '.' },
});
/** @param {Options['data']} data */
const wayOf = (data) => (data.root['bahasa'] === 'en' ? WAYS.en : WAYS.id);

/** @typedef {{ hash: Record<string, unknown>, data: { root: Record<string, unknown> } }} Options */

/** What templates may call, beside Handlebars' own `each`, `if`, `unless`, `with` and `lookup`. See letters/README.md. */
export const helpers = { tanggal, angka, urut, sama, besar, atau };

/**
 * A date or instant in words, in the office's zone: `{{tanggal batasWaktu jam=true hari=true}}`.
 * @param {unknown} value @param {Options} options
 */
function tanggal(value, { hash, data }) {
  if (typeof value !== 'string' || value === '') return DASH;
  const dayOnly = /^\d{4}-\d\d-\d\d$/.test(value);
  const instant = new Date(value);
  if (Number.isNaN(instant.getTime())) return value;
  const zone = String(data.root['zona'] ?? 'Asia/Jakarta');
  const timeZone = dayOnly ? 'UTC' : zone;
  const { locale, at, clock } = wayOf(data);
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(instant);
  const weekday = hash['hari'] ? `${new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone }).format(instant)}, ` : '';
  const time = hash['jam'] && !dayOnly ? `${at}${new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hour12: false, timeZone }).format(instant).replace(/[.:]/, clock)} ${ZONES[zone] ?? ''}`.trimEnd() : '';
  return `${weekday}${day}${time}`;
}

/**
 * A decimal written as the language does, worked on as text so that no digit is lost: `{{angka nilai desimal=2}}`.
 * What is no decimal stays as it is; nothing becomes a dash.
 * @param {unknown} value @param {Options} options
 */
function angka(value, { hash, data }) {
  const { thousands, point } = wayOf(data);
  if (value === null || value === undefined || value === '') return DASH;
  const match = /^([+-]?)0*(\d+?)(?:\.(\d+))?$/.exec(String(value));
  if (!match) return String(value);
  const places = hash['desimal'] === undefined ? (match[3] ?? '').length : Number(hash['desimal']);
  const { whole, fraction, zero } = round(match[2] ?? '0', match[3] ?? '', places);
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands);
  return `${match[1] === '-' && !zero ? '-' : ''}${grouped}${fraction ? `${point}${fraction}` : ''}`;
}

/** Half away from zero, on digits. @param {string} whole @param {string} fraction @param {number} places */
function round(whole, fraction, places) {
  const digits = whole + fraction.padEnd(places + 1, '0').slice(0, places + 1);
  const rounded = String((BigInt(digits) + 5n) / 10n).padStart(places + 1, '0');
  const cut = rounded.length - places;
  return { whole: rounded.slice(0, cut), fraction: rounded.slice(cut), zero: /^0*$/.test(rounded) };
}

/** Row number from `@index`. @param {unknown} index */
function urut(index) {
  return String(Number(index) + 1);
}

/** @param {unknown} left @param {unknown} right */
function sama(left, right) {
  return left === right;
}

/** @param {unknown} text */
function besar(text) {
  return typeof text === 'string' ? text.toLocaleUpperCase('id-ID') : '';
}

/** The first that is not empty. @param {unknown} value @param {unknown} fallback */
function atau(value, fallback) {
  return value === null || value === undefined || value === '' ? fallback : value;
}
