/**
 * The region lists that ship with the application, from what others published: codes of the Ministry of Home Affairs that have ended,
 * the codes of BPS, and the bridge between the two. `node scripts/region-lists.mjs <folder>` writes `src/satu-data/reference/`;
 * the folder holds `wilayah.sql` and `archive/wilayah_<year>.sql` (cahyadsn/wilayah, `db/`) and `bps/*.csv` (edwardsamuel/Wilayah-Administratif-Indonesia, `csv/`).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const from = process.argv[2];
if (!from) throw new Error('Name the folder with wilayah.sql, archive/ and bps/');
const to = resolve(import.meta.dirname, '../src/satu-data/reference');

/** The lists of the ministry by year, with the day from which the next list stood in its place. */
const LISTS = [['2018', '2019-10-08'], ['2020', '2021-12-13'], ['2022', '2022-11-09'], ['2023', '2025-04-25']];
/** Districts are paired and shipped for this province only: BPS's codes are of 2018, and districts change most. */
const DISTRICTS_OF = '15';

const readSql = (path) => new Map([...readFileSync(join(from, path), 'utf8').matchAll(/\(\s*'([\d.]+)'\s*,\s*'((?:[^'\\]|\\.|'')*)'/g)].map(([, code, name]) => [code, name.replaceAll(/\\'|''/g, "'").replaceAll(/\s+/g, ' ').trim()]));
const readCsv = (path) => readFileSync(join(from, 'bps', path), 'utf8').split(/\r?\n/).flatMap((line) => { const [, code, , name] = /^(\d+),(?:(\d+),)?"?(.*?)"?$/.exec(line) ?? []; return code ? [[code, name.trim()]] : []; });
const csv = (rows) => `${rows.map((row) => row.map((cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')).join('\n')}\n`;
const dayBefore = (day) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
const ministryParent = (code) => (code.includes('.') ? code.slice(0, code.lastIndexOf('.')) : '');
const bpsParent = (code) => (code.length === 7 ? code.slice(0, 4) : code.length === 4 ? code.slice(0, 2) : '');
const SAME = { 'daerah khusus ibukota jakarta': 'dki jakarta', 'daerah istimewa yogyakarta': 'di yogyakarta' };
/** A name as both write it: a regency and a city of one name stay two. */
const plain = (name) => (SAME[name.toLowerCase()] ?? name.toLowerCase()).replace(/^kab(upaten|\.)? /, 'kabupaten ').replace(/\b(administrasi|adm\.?) /, '').replace(/\bkep\. ?/, 'kepulauan ').replaceAll(/[^a-z0-9]/g, '');
const properName = (name) => name.toLowerCase().replaceAll(/(^|[\s(/-])([a-z])/g, (_, before, letter) => before + letter.toUpperCase());

/** Of each place within which names are compared: its entries by name; null where a name is there twice. */
function byName(entries, placeOf) {
  const found = new Map();
  for (const [code, name] of entries) {
    const key = `${placeOf(code)}|${plain(name)}`;
    found.set(key, found.has(key) ? null : code);
  }
  return found;
}

const now = readSql('wilayah.sql');
const lists = LISTS.map(([year, next]) => ({ next, codes: readSql(`archive/wilayah_${year}.sql`) }));

/** Codes down to districts that a list had and no later one has. */
const ended = new Map(lists.flatMap(({ next, codes }) => [...codes].filter(([code]) => code.length <= 8 && !now.has(code)).map(([code, name]) => [code, { name, until: dayBefore(next) }])));
const regencies = byName([...now].filter(([code]) => code.length === 5), () => '');
const districts = byName([...now].filter(([code]) => code.length === 8), ministryParent);
const newRegency = (code) => (now.has(code) ? code : regencies.get(`|${plain(ended.get(code)?.name ?? '')}`) ?? '');
const replaced = (code, name) => (code.length === 5 ? newRegency(code) : (districts.get(`${newRegency(ministryParent(code))}|${plain(name)}`) ?? ''));
const endedRows = [...ended].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([code, { name, until }]) => [code, name.replace(/^KAB\. /, 'Kabupaten ').replace(/^KOTA /, 'Kota ').replace(/(?<=^(Kabupaten|Kota) ).*/, properName), until, replaced(code, name)]);
writeFileSync(join(to, 'regions-ended.csv'), csv([['kode', 'nama', 'sampai', 'pengganti'], ...endedRows]));

/** BPS's names are those of January 2018: they are compared with the ministry's list of that time, each within what is paired already. */
const bps = [...readCsv('provinces.csv'), ...readCsv('regencies.csv'), ...readCsv('districts.csv').filter(([code]) => code.startsWith(DISTRICTS_OF))];
const pairs = new Map([['', '']]);
const [{ codes: ofThatTime }] = lists;
const named = byName([...ofThatTime].filter(([code]) => code.length <= 8), ministryParent);
const twins = byName(bps, bpsParent);
for (const [code, name] of bps) {
  const parent = pairs.get(bpsParent(code));
  const pair = parent === undefined || twins.get(`${bpsParent(code)}|${plain(name)}`) === null ? undefined : named.get(`${parent}|${plain(name)}`);
  if (pair && (now.has(pair) || ended.has(pair))) pairs.set(code, pair);
}
writeFileSync(join(to, 'bps/regions-bps.csv'), csv([['kode', 'nama', 'kemendagri'], ...bps.map(([code, name]) => [code, properName(name), pairs.get(code) ?? ''])]));
const alone = bps.filter(([code]) => !pairs.has(code));
console.log(`${ended.size} codes have ended, ${endedRows.filter(([, , , by]) => by).length} with what replaced them; ${pairs.size - 1} of ${bps.length} codes of BPS are paired.`);
console.log(alone.map((one) => one.join(' ')).join('\n'));
