import { analysedTable } from '../../../test/support/analysed.js';
import { randomFrom } from '../../../test/support/random.js';
import { NotPublishable } from '../publication/not-publishable.js';
import { PublicationService } from '../publication/publication.service.js';
import { comparabilityFacts } from './comparability-facts.js';
import { daysBetween } from './days-between.js';
import { accessibilityFacts } from './quality-facts.js';
import { dataYear, timelinessFacts } from './timeliness-facts.js';

const variable = (name: string, more: object = {}) => ({ name, title: name, type: 'integer' as const, required: true, key: false, ...more });
const described = (...variables: ReturnType<typeof variable>[]) => ({ definition: 'Penduduk', unit: 'jiwa', variables });
const values = (facts: readonly { value: { id: string } }[]) => facts.map(({ value }) => value.id);

describe('what is measured of time', () => {
  const times = (validated: string, deadline: string) => values(timelinessFacts({ year: 2025, validatedAt: new Date(validated), deadline: new Date(deadline), releaseDate: new Date('2026-04-01T00:00:00Z'), timeZone: 'Asia/Jakarta' }));

  it('counts days of the office, not of Greenwich', () => {
    // 23:30 in Jakarta is the same day; half an hour later it is the next.
    expect(daysBetween('2025-12-31', new Date('2025-12-31T16:30:00Z'), 'Asia/Jakarta')).toBe(0);
    expect(daysBetween('2025-12-31', new Date('2025-12-31T17:30:00Z'), 'Asia/Jakarta')).toBe(1);
  });

  it('agrees with counting one day after another', () => {
    const random = randomFrom(20_261_129);
    for (let round = 0; round < 200; round += 1) {
      const [start, days] = [Date.UTC(2020, 0, 1) + Math.floor(random() * 2_000) * 86_400_000, Math.floor(random() * 800) - 400];
      expect(daysBetween(new Date(start), new Date(start + days * 86_400_000), 'Asia/Makassar')).toBe(days);
    }
  });

  it('says how long after the year, and how far from the deadline', () => {
    expect(times('2026-03-02T02:00:00Z', '2026-03-10T10:00:00Z')).toEqual(['61 hari', '8 hari sebelum batas waktu', '1 April 2026 (91 hari)']);
    expect(times('2026-03-10T09:00:00Z', '2026-03-10T10:00:00Z')[1]).toBe('pada hari batas waktu');
    expect(times('2026-03-12T09:00:00Z', '2026-03-10T10:00:00Z')[1]).toBe('2 hari sesudah batas waktu');
  });
});

describe('the year of the data', () => {
  it.each([
    ['2024', 2024], ['2024-Q1', 2024], ['Triwulan IV 2024', 2024], ['Desember 2024', 2024], ['31/12/2024', 2024], ['Semester 2 2023/2024', 2024], ['2024 (sementara)', 2024], ['2011/12', 2011], ['Desember', null], ['9', null], ['151506', null],
    [null, null],
  ])('of %j is %j', (period, year) => expect(dataYear(period)).toBe(year));
});

describe('what is told of how the data will be public', () => {
  const [plain, hidden] = [[variable('a')], [variable('a', { protection: {} })]];
  const NONE = ['tidak dipublikasikan terbuka', 'tidak ada'];
  const HIDDEN = ['CC-BY-4.0', 'CSV, Data Package, dengan sel kecil disamarkan'];

  it.each([
    ['terbuka', plain, ['CC-BY-4.0', 'CSV, Data Package']], ['terbuka', hidden, HIDDEN], ['terbatas', hidden, HIDDEN], ['terbatas', plain, NONE], ['tertutup', hidden, NONE],
  ] as const)('of data of the class %s is what publication does with them', async (riskClass, variables, told) => {
    const dataset = { ...analysedTable({ title: 'Data', slug: 'data', riskClass, variables }, []).dataset, licence: null, metadataCode: null };
    expect(values(accessibilityFacts(dataset)).slice(1, 3)).toEqual(told);
    // The same data set, as publication judges it.
    const publication = new PublicationService({} as never, { assertOwn: async () => undefined } as never, {} as never, {} as never, {} as never, { of: async () => null } as never, {} as never);
    const refused = await publication.publishable(analysedTable({ title: 'Data', slug: 'data', riskClass, variables }, [])).then(() => false, (error: unknown) => error instanceof NotPublishable);
    expect(refused).toBe(told === NONE);
  });
});

describe('what is measured of comparability', () => {
  it('says that there is nothing to compare with', () => expect(values(comparabilityFacts(described(variable('a')), null))).toEqual(['belum ada', 'tidak menurut wilayah']));

  it('counts columns that are new, gone, or of another kind', () => {
    const before = { dataset: described(variable('a'), variable('b'), variable('c')), period: 'Periode 2024' };
    expect(values(comparabilityFacts(described(variable('a'), variable('b'), variable('c')), before))).toEqual(['Periode 2024', 'sama', 'sama', 'tidak ada', 'tidak menurut wilayah']);
    expect(values(comparabilityFacts(described(variable('a', { unit: 'ribu' }), variable('c', { type: 'region' }), variable('d')), before))[3]).toBe('1 baru, 1 hilang, 2 lain jenis atau satuannya');
  });

  it('calls no unit another one that is only written otherwise', () => {
    const before = { dataset: { ...described(variable('a', { unit: '%' }), variable('b', { unit: 'km²' })), unit: 'Jiwa ' }, period: 'Periode 2024' };
    expect(values(comparabilityFacts(described(variable('a', { unit: 'persen' }), variable('b', { unit: 'km2' })), before)).slice(1, 4)).toEqual(['sama', 'sama', 'tidak ada']);
  });
});
