import type { Text } from '../../../sdk/index.js';
import type { Place } from '../place.js';

/** A kept rehearsal does not go as it went. */
export class TestFailed extends Error {
  constructor(readonly text: Text) {
    super(text.en);
  }
}

const named = ({ name, about }: Pick<Place, 'name' | 'about'>): string => (about === null ? `“${name}”` : `“${name}” (${about})`);
const all = (places: readonly Place[]): Text => ({ id: places.map(named).join(', ') || 'tidak ada', en: places.map(named).join(', ') || 'nothing' });
const told = (id: string, en: string): TestFailed => new TestFailed({ id, en });

/** What people are told where a kept rehearsal stops. */
export const failed = {
  noTask: (place: Place, open: readonly Place[]): TestFailed => told(`${named(place)} tidak menunggu siapa pun. Yang menunggu: ${all(open).id}.`, `${named(place)} waits for nobody. What waits: ${all(open).en}.`),
  nobody: (place: Place): TestFailed => told(`Tidak ada orang yang dapat mengerjakan ${named(place)}.`, `There is nobody who can do ${named(place)}.`),
  gone: (username: string): TestFailed => told(`Orang dengan nama pengguna “${username}” tidak ada lagi atau tidak aktif. Lakukan uji coba lagi dengan orang lain, lalu simpan.`, `Nobody with the user name “${username}” is there and active any more. Rehearse again with somebody else, and keep that.`),
  refused: (what: string, who: string, why: string): TestFailed => told(`${what} oleh ${who} tidak diterima: ${why}`, `${what} by ${who} was refused: ${why}`),
  noTimer: (place: Place): TestFailed => told(`Waktu tunggu ${named(place)} tidak ada.`, `The timer ${named(place)} is not there.`),
  incident: (message: string): TestFailed => told(`Ada langkah yang gagal: ${message}`, `A step has failed: ${message}`),
  restless: (): TestFailed => told('Langkah otomatis tidak selesai dalam waktu yang wajar.', 'The automatic steps do not end within a reasonable time.'),
  lostFile: (name: string): TestFailed => told(`Berkas “${name}” tidak dapat diunggah lagi.`, `The file “${name}” could not be uploaded again.`),
  otherEnd: (title: string, was: string, is: string): TestFailed => told(`Pada akhirnya proses “${title}” ${STATES.id[was] ?? was}; sekarang ${STATES.id[is] ?? is}.`, `In the end the process “${title}” was ${STATES.en[was] ?? was}; now it is ${STATES.en[is] ?? is}.`),
  otherTasks: (were: readonly Place[], are: readonly Place[]): TestFailed => told(`Pada akhirnya yang menunggu: ${all(were).id}; sekarang: ${all(are).id}.`, `In the end these waited: ${all(were).en}; now: ${all(are).en}.`),
};

const STATES: { readonly id: Readonly<Record<string, string>>; readonly en: Readonly<Record<string, string>> } = {
  id: { running: 'masih berjalan', ended: 'selesai', cancelled: 'dibatalkan', gone: 'tidak ada' },
  en: { running: 'running', ended: 'done', cancelled: 'cancelled', gone: 'not there' },
};
