import { randomFrom } from '../../../test/support/random.js';
import { DuplicatesThread } from './duplicates-thread.js';
import { nearDuplicates, normalised, threshold, type Named } from './near-duplicates.js';

const WORDS = ['jumlah', 'penduduk', 'puskesmas', 'sekolah', 'dasar', 'menengah', 'menurut', 'kecamatan', 'jenis', 'kelamin', 'luas', 'panen', 'padi', 'sawah', 'jalan', 'rusak', 'pasar', 'koperasi', 'balita', 'gizi', 'persentase', 'rumah', 'tangga', 'air', 'bersih', 'listrik', 'wisatawan', 'hotel', 'ikan', 'tambak'];
const NUMBERS = ['', '', '', ' 2024', ' 2025'];

/** Titles as a town lists them, some a letter or a word away from another. */
function titles(seed: number, count: number): Named[] {
  const random = randomFrom(seed);
  const any = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const rows: Named[] = [];
  for (let id = 0; id < count; id += 1) {
    const fresh = Array.from({ length: 3 + Math.floor(random() * 5) }, () => any(WORDS)).join(' ') + any(NUMBERS);
    const before = rows.length > 0 && random() < 0.15 ? any(rows).title : null;
    const cut = before === null ? 0 : Math.floor(random() * before.length);
    rows.push({ id: `r${id}`, title: before === null ? fresh : `${before.slice(0, cut)}${before.slice(cut + 1).toUpperCase()}`, producer: any(['a', 'b', 'c']) });
  }
  return rows;
}

function trigrams(name: string): Set<string> {
  const padded = `  ${name} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, index) => padded.slice(index, index + 3)));
}

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((gram) => other.has(gram)).length;
  return common / (one.size + other.size - common);
}

/** All with all, as the definition says. */
function plainly(rows: readonly Named[]): string[] {
  const numbers = (title: string) => (normalised(title).match(/\d+/g) ?? []).sort().join(' ');
  return rows.flatMap((one, index) => rows.slice(index + 1).filter((other) => numbers(one.title) === numbers(other.title) && likeness(trigrams(normalised(one.title)), trigrams(normalised(other.title))) >= threshold(one, other)).map((other) => [one.id, other.id].sort().join('+')));
}
const found = (rows: readonly Named[]) => nearDuplicates(rows, 100_000).pairs.map(({ a, b }) => [a, b].sort().join('+')).sort();

/** Milliseconds of the processor. */
function workOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

describe('near-duplicates', () => {
  it.each([1, 2, 3, 4, 5, 6])('are those that all with all would find, in whatever order the list is (seed %i)', (seed) => {
    const rows = titles(seed, 250);
    const expected = plainly(rows).sort();
    expect(expected.length).toBeGreaterThan(5);
    expect(found(rows)).toEqual(expected);
    expect(found(rows.toReversed())).toEqual(expected);
  });

  it('are as alike as the share of the trigrams that they have in common', () => {
    const rows = titles(7, 250);
    const named = new Map(rows.map(({ id, title }) => [id, trigrams(normalised(title))]));
    for (const { a, b, likeness: said } of nearDuplicates(rows, 100_000).pairs) expect(said).toBe(likeness(named.get(a) as Set<string>, named.get(b) as Set<string>));
  });

  it.each<[string, string, string, boolean]>([
    ['an accent, capitals and signs', 'Jumlah Penduduk (Menurut Kecamatan)', 'jumlah penduduk, menurut kecamatan', true],
    ['a slip of the pen', 'Jumlah Puskesmas Menurut Kecamatan', 'Jumlah Puskemas Menurut Kecamatan', true],
    ['another year', 'Jumlah Puskesmas 2024', 'Jumlah Puskesmas 2025', false],
    ['another thing', 'Jumlah Puskesmas Menurut Kecamatan', 'Jumlah Sekolah Menurut Kecamatan', false],
  ])('%s', (_, one, other, near) => expect(found([{ id: 'a', title: one, producer: 'p' }, { id: 'b', title: other, producer: 'p' }])).toHaveLength(near ? 1 : 0));

  it('are nearer where two producers have them, and no more than asked for', () => {
    const likes = (producer: string) => nearDuplicates([{ id: 'a', title: 'Jumlah Puskesmas Menurut Kecamatan', producer: 'p' }, { id: 'b', title: 'Jumlah Puskesmas Menurut Kec', producer }]).pairs.length;
    expect([likes('p'), likes('q')]).toEqual([1, 0]);
    const same = Array.from({ length: 50 }, (_, id) => ({ id: String(id), title: 'Jumlah Puskesmas', producer: 'p' }));
    expect(nearDuplicates(same, 100)).toMatchObject({ more: true, pairs: { length: 100 } });
  });

  it('of 2,000 rows are found in less than a second of work', () => {
    const rows = titles(9, 2_000);
    expect(workOf(() => expect(nearDuplicates(rows, 100_000).pairs.length).toBeGreaterThan(50))).toBeLessThan(1_000);
  });

  it('of 1,000 producers with 50 tables each are found in a few seconds of work', () => {
    const rows = Array.from({ length: 50_000 }, (_, id) => ({ id: String(id), title: `Banyaknya orang menurut golongan, produsen ${Math.floor(id / 50)}, tabel ${id % 50} (sintetis)`, producer: String(Math.floor(id / 50)) }));
    expect(workOf(() => expect(nearDuplicates(rows, 500)).toMatchObject({ more: true, pairs: { length: 500 } }))).toBeLessThan(8_000);
  });

  it('are looked for in a thread; one that takes too long is stopped, in words', async () => {
    const threads = [new DuplicatesThread(), new DuplicatesThread(1)] as const;
    const rows = titles(3, 250);
    expect(await threads[0].find(rows, 100_000)).toEqual(nearDuplicates(rows, 100_000));
    await expect(threads[1].find(titles(3, 20_000), 100_000)).rejects.toMatchObject({ code: 'data-list-duplicates', status: 503 });
    await Promise.all(threads.map((one) => one.close()));
  });
});
