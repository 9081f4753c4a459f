import { SHIPPED_LISTS } from './shipped-lists.js';
import { URUSAN } from './urusan.js';

describe('the lists of codes that come with the application', () => {
  it.each(SHIPPED_LISTS.map((list) => [list.scheme, list] as const))('%s: each code once, after what it lies in, named in both languages, with a level of the list', (_, list) => {
    const levels = list.levels?.map(({ key }) => key);
    const seen = new Set<string>();
    for (const one of list.codes()) {
      const named = one.title.id.trim() !== '' && one.title.en.trim() !== '';
      const placed = one.parent === null || seen.has(one.parent);
      const levelled = levels ? levels.includes(one.level ?? '') : one.level === undefined;
      if (!named || !placed || !levelled || seen.has(one.code)) throw new Error(`${one.code} does not fit`);
      seen.add(one.code);
    }
    expect(seen.size).toBeGreaterThan(20);
  });

  it('have a scheme of their own each', () => {
    expect(SHIPPED_LISTS.map(({ scheme }) => scheme)).toEqual(['kemendagri', 'bps', 'urusan', 'satuan']);
  });

  it('hold the affairs of Law 23/2014: 6 of basic services, 18 others, 8 optional, and what supports them', () => {
    const affairs = [...URUSAN.codes()].filter(({ level }) => level === 'urusan');
    expect(['1', '2', '3', '5'].map((group) => affairs.filter(({ parent }) => parent === group).length)).toEqual([6, 18, 8, 5]);
    const name = (code: string): string | undefined => affairs.find((one) => one.code === code)?.title.id;
    // The numbers go on over the groups of affairs.
    expect([name('1.06'), name('2.07'), name('2.20'), name('2.24'), name('3.25'), name('3.32'), name('5.01')]).toEqual(['Sosial', 'Tenaga kerja', 'Statistik', 'Kearsipan', 'Kelautan dan perikanan', 'Transmigrasi', 'Perencanaan']);
  });
});
