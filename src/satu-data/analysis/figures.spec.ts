import { openedTable } from '../../../test/support/analysed.js';
import { placesByPoints } from '../../../test/support/places.js';
import { randomFrom } from '../../../test/support/random.js';
import type { Variable } from '../datasets/dataset.types.js';
import type { Row } from './analyse.js';
import { Cube, type CubeTable } from './cube.js';
import type { Dimension } from './dimensions.js';
import { isIncomplete } from './figure.js';
import { Figures } from './figures.js';
import { readIndicator } from './indicators.js';
import { queryText, readQuery, type Query } from './query.js';
import { settled } from './query-problem.js';

const DIMENSIONS: Dimension[] = [{ name: 'wilayah', title: 'Wilayah', role: 'region' }, { name: 'kelamin', title: 'Jenis kelamin', role: 'other' }, { name: 'tahun', title: 'Tahun', role: 'period' }];
const MEASURES = [{ name: 'jumlah', title: 'Jumlah', type: 'integer' as const, unit: 'jiwa' }, { name: 'luas', title: 'Luas', type: 'number' as const, unit: 'km²' }, { name: 'melek', title: 'Melek huruf', type: 'number' as const, unit: '%' }];
const TABLE: Variable[] = [...DIMENSIONS.map(({ name, title, role }): Variable => ({ name, title, type: role === 'region' ? 'region' : role === 'period' ? 'integer' : 'string', required: true, key: true })), ...MEASURES.map((one): Variable => ({ ...one, required: false, key: false }))];
const DENSITY = readIndicator({ name: 'kepadatan', title: 'Kepadatan', unit: 'jiwa/km²', formula: 'jumlah ÷ luas', numerator: '', denominator: '', factor: '1', decimals: 2 });
const table = (period: string, rows: Row[]): CubeTable => ({ period, rows });
const figuresOf = (tables: CubeTable[], expected: Row[] = [], dimensions = DIMENSIONS) => new Figures(new Cube(dimensions, tables, placesByPoints('wilayah', [...tables.flatMap(({ rows }) => rows), ...expected].flatMap(({ wilayah }) => wilayah ?? []))), MEASURES, [DENSITY], expected);
const ask = (figures: Figures, text: string) => {
  const asked = readQuery(text);
  const query = asked && settled(figures, asked);
  if (!query || 'id' in query) throw new Error(query?.id ?? `unreadable: ${text}`);
  return figures.of(query);
};
const row = (wilayah: string, kelamin: string, tahun: string, jumlah?: string, luas = '2'): Row => ({ wilayah, kelamin, tahun, luas, ...(jumlah !== undefined && { jumlah }) });

describe('figures of a data set', () => {
  const now = table('2024', [row('15.06.01', 'L', '2024', '30'), row('15.06.01', 'P', '2024', '20'), row('15.06.02', 'L', '2024', '10'), row('15.06.02', 'P', '2024')]);
  const before = table('2023', [row('15.06.01', 'L', '2023', '20'), row('15.06.01', 'P', '2023', '20'), row('15.06.02', 'L', '2023', '0'), row('15.06.02', 'P', '2023', '5')]);
  const figures = figuresOf([now, before]);

  it.each([
    ['jumlah;wilayah=15.06.01', '50', null],
    ['jumlah;wilayah=15.06.01;kelamin=L', '30', null],
    ['jumlah;kelamin=L', '40', null],
    ['jumlah.pangsa;wilayah=15.06.01;tahun=2023', '88.89', null],
    ['jumlah.peringkat;wilayah=15.06.02;kelamin=L', '2', null],
    ['jumlah.selisih;wilayah=15.06.01', '10', null],
    ['jumlah.pertumbuhan;wilayah=15.06.01', '25.00', null],
    ['jumlah.pertumbuhan;wilayah=15.06.02;kelamin=L', null, 'zero-before'],
    ['jumlah.pertumbuhan;tahun=2023', null, 'no-period-before'],
    ['kepadatan;wilayah=15.06.01', '12.50', null],
    ['melek;wilayah=15.06.01', null, 'not-additive'],
    ['jumlah;wilayah=15.06.02;kelamin=P', null, 'empty'],
  ])('%s is %s', (text, value, why) => expect(ask(figures, text)).toMatchObject({ value, why }));

  it('sums up regions by what they are part of, and marks a sum of a part', () => {
    const whole = ask(figures, 'jumlah;wilayah=15.06');
    expect([whole.value, isIncomplete(whole), whole.empty.map(({ row: at }) => at), whole.facts.length]).toEqual(['60', true, [3], 4]);
    for (const text of ['jumlah.pangsa;wilayah=15.06.01', 'jumlah.peringkat;wilayah=15.06.01']) expect([text, ask(figures, text).value !== null, isIncomplete(ask(figures, text))]).toEqual([text, true, true]);
    // Against a whole of another year, or an area that has all its parts, a sum of a part would mislead.
    for (const text of ['jumlah.pertumbuhan', 'jumlah.selisih', 'kepadatan', 'kepadatan.peringkat;wilayah=15.06']) expect([text, ask(figures, text)]).toEqual([text, expect.objectContaining({ value: null, why: 'incomplete' })]);
    expect(isIncomplete(ask(figures, 'jumlah;wilayah=15.06.01'))).toBe(false);
  });

  it('knows rows that should be there and are not', () => {
    const gap = figuresOf([now], [{ wilayah: '15.06.01', tahun: '2024' }, { wilayah: '15.06.03', tahun: '2024' }]);
    expect(ask(gap, 'jumlah;wilayah=15.06').absent).toEqual([{ wilayah: '15.06.03', tahun: '2024' }]);
    expect(ask(gap, 'jumlah;wilayah=15.06.01').absent).toEqual([]);
  });

  it('counts nothing twice where a region and its parts are in one table', () => {
    const both = figuresOf([table('2024', [row('15.06', 'L', '2024', '7'), row('15.06.01', 'L', '2024', '3'), row('15.06.02', 'L', '2024', '4')])]);
    expect(ask(both, 'jumlah').value).toBe('7');
    expect(ask(both, 'jumlah;wilayah=15').value).toBe('7');
    expect(ask(both, 'jumlah.peringkat;wilayah=15.06.01').value).toBe('2');
  });

  it('counts nothing twice where a total stands beside what it is of, of other keys than regions too', () => {
    const both = openedTable({ variables: TABLE }, [...['15.06', '15.06.01'].flatMap((wilayah) => [row(wilayah, 'Jumlah', '2024', '7'), row(wilayah, 'L', '2024', '3'), row(wilayah, 'P', '2024', '4')]), row('15.07', 'L', '2024', '1'), row('15.07', 'P', '2024', '2')]).found.figures;
    expect(['jumlah', 'jumlah;wilayah=15.07', 'jumlah;kelamin=L', 'jumlah.pangsa;wilayah=15.07', 'jumlah.peringkat;wilayah=15.06;kelamin=L'].map((text) => ask(both, text).value)).toEqual(['10', '3', '4', '30.00', '1']);
    expect(ask(both, 'jumlah;kelamin=Jumlah').value).toBe('7');
  });

  it('takes the total and not a subtotal, of which nobody says what it is of; and adds it up with nothing that it may contain', () => {
    const groups = (...rows: [string, string][]) => openedTable({ variables: TABLE }, rows.map(([kelamin, jumlah]) => row('15.06', kelamin, '2024', jumlah)));
    const parts: [string, string][] = [['Golongan I', '10'], ['Golongan II', '20'], ['Sub Jumlah', '30'], ['PPPK', '5']];
    const all = groups(...parts, ['Jumlah', '35']).found.figures;
    expect(['jumlah', 'jumlah;kelamin=Sub Jumlah', 'jumlah.peringkat;wilayah=15.06;kelamin=Golongan II'].map((text) => ask(all, text).value)).toEqual(['35', '30', '1']);
    expect(groups(...parts).analysis).toMatchObject({ totals: { jumlah: '35' }, totalsOf: { without: [2] } });
    // Where nothing else is, it is all that is known.
    expect(groups(['Sub Jumlah', '30'], ['Subtotal', '5']).analysis.totals).toMatchObject({ jumlah: '35' });
  });

  it('adds up nothing where rows cover a part of each other', () => {
    const crossed = openedTable({ variables: TABLE }, [row('15.06', 'L', '2024', '3'), row('15.06', 'P', '2024', '4'), row('15.06.01', 'Jumlah', '2024', '5'), row('15.07', 'Jumlah', '2024', '5')]).found.figures;
    expect(ask(crossed, 'jumlah')).toMatchObject({ value: null, why: 'overlap' });
    expect(ask(crossed, 'jumlah;wilayah=15.07').value).toBe('5');
    // Side by side they do not.
    const beside = openedTable({ variables: TABLE }, [row('15.06', 'L', '2024', '3'), row('15.06', 'P', '2024', '4'), row('15.07', 'Jumlah', '2024', '5')]).found.figures;
    expect(ask(beside, 'jumlah').value).toBe('12');
  });

  describe('over time', () => {
    const timed = (names: readonly string[], rows: Row[]) => openedTable({ variables: [...names.map((name): Variable => ({ name, title: name, type: 'integer', required: true, key: true })), ...TABLE.slice(0, 2), { name: 'jumlah', title: 'Jumlah', type: 'integer', unit: 'jiwa', required: true, key: false }] }, rows);
    const monthly = Array.from({ length: 12 }, (_, month) => ['15.06', '15.07'].map((wilayah): Row => ({ ...row(wilayah, 'L', '2024', wilayah === '15.06' ? '100' : '300'), bulan: String(month + 1) }))).flat();

    it.each([[['tahun', 'bulan']], [['bulan', 'tahun']]])('adds up no months of a year, in whatever order the keys %j stand', (names) => {
      const { analysis, found } = timed(names, monthly);
      expect([analysis.totals, found.figures.period.name]).toEqual([{}, 'tahun']);
      expect(ask(found.figures, 'jumlah;wilayah=15.06')).toMatchObject({ value: null, why: 'over-time' });
      expect(['jumlah;bulan=9', 'jumlah;wilayah=15.06;bulan=9', 'jumlah.pangsa;wilayah=15.06;bulan=9', 'jumlah.peringkat;wilayah=15.06;bulan=9'].map((text) => ask(found.figures, text).value)).toEqual(['400', '100', '25.00', '2']);
    });

    it('says of what is computed why its columns have no sum, and not that they are empty', () => {
      const month = { name: 'bulan', title: 'Bulan', type: 'integer', required: true, key: true } as const;
      const { found } = openedTable({ variables: [month, ...TABLE], indicators: [DENSITY] }, monthly);
      expect(ask(found.figures, 'kepadatan;wilayah=15.06')).toMatchObject({ value: null, why: 'over-time' });
      expect(ask(found.figures, 'kepadatan;wilayah=15.06;bulan=9').value).toBe('50.00');
    });

    it('adds up what somebody said to add up so: births of the months are those of the year, but no two years are one', () => {
      const births = { name: 'lahir', title: 'Kelahiran', type: 'integer', unit: 'orang', additivity: 'flow', required: true, key: false } as const;
      const keys = ['tahun', 'bulan'].map((name): Variable => ({ name, title: name, type: 'integer', required: true, key: true }));
      const rows = ['2023', '2024'].flatMap((tahun) => Array.from({ length: 12 }, (_, month) => ({ wilayah: '15.06', tahun, bulan: String(month + 1), lahir: tahun === '2024' ? '10' : '9' })));
      const { analysis, found } = openedTable({ variables: [...keys, ...TABLE.slice(0, 1), births] }, rows);
      expect([analysis.totals, analysis.totalsOf.period, ask(found.figures, 'lahir;wilayah=15.06;tahun=2023').value]).toEqual([{ lahir: '120' }, '2024', '108']);
    });

    it('takes month 12 for newer than month 9', () => {
      const { analysis, found } = timed(['bulan'], monthly.map(({ tahun: _, ...rest }) => ({ ...rest, jumlah: rest['bulan'] as string })));
      expect([analysis.totals, found.figures.periods.at(-1)]).toEqual([{ jumlah: '24' }, '12']);
    });

    it('adds up years of birth and ages, which are no times of the count', () => {
      const { analysis } = timed(['umur_tahun', 'tahun_lahir', 'tahun'], ['1990', '1991'].map((born) => ({ ...row('15.06', 'L', '2024', '7'), tahun_lahir: born, umur_tahun: '33' })));
      expect(analysis.totals).toEqual({ jumlah: '14' });
    });
  });

  it('takes the newer row where two tables tell of the same place and period, and the collection period where rows have none', () => {
    const revised = figuresOf([table('2024', [row('15.06.01', 'L', '2024', '9'), row('15.06.01', 'L', '2023', '8')]), before]);
    // The other rows of that year are what they were.
    expect(['jumlah;tahun=2023', 'jumlah;wilayah=15.06.01;kelamin=L;tahun=2023', 'jumlah;wilayah=15.06.01;kelamin=P;tahun=2023'].map((text) => ask(revised, text).value)).toEqual(['33', '8', '20']);
    const dimensions: Dimension[] = [DIMENSIONS[0] as Dimension, { name: 'periode_pengumpulan', title: 'Periode', role: 'period' }];
    const bare = figuresOf([table('2025', [{ wilayah: '15.06', jumlah: '6' }]), table('2024', [{ wilayah: '15.06', jumlah: '5' }])], [], dimensions);
    expect(ask(bare, 'jumlah.pertumbuhan;wilayah=15.06').value).toBe('20.00');
  });

  it.each([
    ['jumlh', 'Mungkin maksudnya “jumlah”'],
    ['jumlah.pertumbuan', 'Mungkin maksudnya “pertumbuhan”'],
    ['jumlah;wilyah=15.06', 'Mungkin maksudnya “wilayah”'],
    ['jumlah;kelamin=X', 'Nilai kelamin “X” tidak ada. Mungkin maksudnya'],
    ['kepadatan.pangsa;kelamin=L', 'tidak punya pangsa'],
    ['jumlah.peringkat', 'Peringkat memerlukan wilayah'],
  ])('refuses %s: %s', (text, words) => expect(() => ask(figures, text)).toThrow(words));

  it('asks for the period where the table has several', () => {
    const two = figuresOf([table('2024', [row('15.06.01', 'L', '2024', '9'), row('15.06.01', 'L', '2023', '8')])]);
    expect(() => ask(two, 'jumlah')).toThrow('Sebutkan periodenya, misalnya tahun=2023 atau tahun=2024.');
  });

  it('writes a query and reads it back', () => {
    const query: Query = { column: 'jumlah', operation: 'pangsa', where: { wilayah: '15.06', kelamin: 'a;b=c/%', tahun: '2024' } };
    expect(readQuery(queryText(query))).toEqual(query);
    expect(['', 'a.b.c', 'a;b', 'a;b=%'].map(readQuery)).toEqual([null, null, null, null]);
  });

  it('agrees with adding up by hand, on random tables', () => {
    const random = randomFrom(2024);
    const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
    let asked = 0;
    for (let round = 0; round < 150; round++) {
      const rows = ['2022', '2023', '2024'].map((tahun) => ['15.01', '15.02', '15.06.01', '15.06.02', '15.06.03'].flatMap((wilayah) => ['L', 'P'].flatMap((kelamin) => (random() < 0.1 ? [] : [row(wilayah, kelamin, tahun, random() < 0.15 ? undefined : (random() < 0.2 ? '0' : (random() * 1000 - 100).toFixed(2)))]))));
      if (rows.some((one) => one.length === 0)) continue;
      const random3 = figuresOf([table('2024', rows[2] ?? []), table('2023', rows[1] ?? []), table('2022', rows[0] ?? [])]);
      for (let question = 0; question < 40; question++) {
        const where: Record<string, string> = { ...(random() < 0.7 && { wilayah: pick(['15', '15.06', '15.01', '15.02', '15.06.01', '15.06.02']) }), ...(random() < 0.5 && { kelamin: pick(['L', 'P']) }), tahun: pick(['2022', '2023', '2024']) };
        const query = settled(random3, { column: 'jumlah', operation: pick(['nilai', 'selisih', 'pertumbuhan', 'pangsa', 'peringkat']), where });
        if ('id' in query) continue;
        const figure = random3.of(query);
        const [value, incomplete] = byHand(rows.flat(), query);
        expect([queryText(query), figure.value, figure.value === null || isIncomplete(figure)]).toEqual([queryText(query), value, value === null || incomplete]);
        asked += 1;
      }
    }
    expect(asked).toBeGreaterThan(4000);
  });
});

/** The oracle, in hundredths and plain loops. */
function byHand(all: readonly Row[], { operation, where }: Query): [value: string | null, incomplete: boolean] {
  const inside = (one: Row, place: Readonly<Record<string, string>>) => Object.entries(place).every(([name, value]) => one[name] === value || (name === 'wilayah' && one[name]?.startsWith(`${value}.`)));
  const total = (place: Readonly<Record<string, string>>): { sum: bigint | null; gap: boolean } => {
    let [sum, gap, any] = [0n, false, false];
    for (const one of all) {
      if (!inside(one, place)) continue;
      if (one['jumlah'] === undefined) gap = true;
      else [sum, any] = [sum + hundredths(one['jumlah']), true];
    }
    return { sum: any ? sum : null, gap };
  };
  const now = total(where);
  const earlier = { ...where, tahun: String(Number(where['tahun']) - 1) };
  const before = all.some(({ tahun }) => tahun === earlier.tahun) ? total(earlier) : null;
  if (operation === 'nilai') return [now.sum === null ? null : written(now.sum), now.gap];
  if (operation === 'pangsa') {
    const whole = total({ tahun: where['tahun'] as string });
    return [now.sum === null || whole.sum === null || whole.sum === 0n ? null : percent(now.sum, whole.sum), now.gap || whole.gap];
  }
  if (operation === 'peringkat') {
    const level = (code: string) => code.split('.').length;
    const names = 'wilayah' in where ? [...new Set(all.flatMap(({ wilayah = '' }) => wilayah.split('.').map((_, index, parts) => parts.slice(0, index + 1).join('.'))))].filter((code) => level(code) === level(where['wilayah'] as string)) : ['L', 'P'];
    const peers = names.map((name) => total({ ...where, ['wilayah' in where ? 'wilayah' : 'kelamin']: name }));
    return [now.sum === null ? null : String(peers.filter(({ sum }) => sum !== null && sum > (now.sum as bigint)).length + 1), peers.some(({ gap }) => gap)];
  }
  if (!before || now.sum === null || before.sum === null || now.gap || before.gap) return [null, true];
  const covered = (place: Readonly<Record<string, string>>): string => all.filter((one) => inside(one, place)).map(({ wilayah, kelamin }) => `${wilayah} ${kelamin}`).toSorted().join();
  if (covered(where) !== covered(earlier)) return [null, false];
  if (operation === 'selisih') return [written(now.sum - before.sum), false];
  return [before.sum === 0n ? null : percent(now.sum - before.sum, before.sum < 0n ? -before.sum : before.sum), false];
}

const hundredths = (value: string): bigint => (value.includes('.') ? BigInt(value.replace('.', '')) : BigInt(value) * 100n);
function written(value: bigint): string {
  const digits = String(value < 0n ? -value : value).padStart(3, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.?0+$/, (zeros) => (zeros.includes('.') ? '' : zeros)).replace(/(\.\d)0$/, '$1');
}
function percent(a: bigint, b: bigint): string {
  const negative = a < 0n !== b < 0n && a !== 0n;
  const [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  const value = (x * 20000n + y) / (y * 2n);
  const digits = String(value).padStart(3, '0');
  return `${negative && value > 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
