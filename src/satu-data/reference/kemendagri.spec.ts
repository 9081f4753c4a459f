import { BPS } from './bps.js';
import { KEMENDAGRI } from './kemendagri.js';
import { REGIONS } from './regions.js';

describe('the regions of Indonesia', () => {
  const codes = [...KEMENDAGRI.codes()];
  const byCode = new Map(codes.map((one) => [one.code, one]));

  it('are all there, each once, after what it lies in and with a level', () => {
    expect([codes.length, byCode.size]).toEqual([92_219, 92_219]);
    const seen = new Set<string | null>([null]);
    const levels = new Set(KEMENDAGRI.levels?.map(({ key }) => key));
    for (const { code, parent, level, title } of codes) {
      if (!seen.has(parent) || !levels.has(level ?? '') || title.id.trim() === '') throw new Error(`${code} does not fit`);
      seen.add(code);
    }
    expect(levels).toEqual(new Set(codes.map(({ level }) => level)));
  });

  it('are called by the same names in figures, down to districts', () => {
    expect(Object.entries(REGIONS).filter(([code, name]) => byCode.get(code)?.title.id !== name)).toEqual([]);
    expect([Object.keys(REGIONS).length, REGIONS['15'], REGIONS['15.06'], REGIONS['15.06.01'], REGIONS['15.07.01']]).toEqual([7837, 'Jambi', 'Kabupaten Tanjung Jabung Barat', 'Tungkal Ulu', 'Muara Sabak Timur']);
    expect(byCode.get('12.07.28.1007')?.title.id).toBe('Lubuk Pakam I,II');
    expect(byCode.get('15.07.01.2001')).toMatchObject({ parent: '15.07.01', level: 'desa' });
  });

  it('hold the codes that have ended, with what stands in their place, of the same level', () => {
    const ended = codes.filter(({ validTo }) => validTo !== undefined);
    expect([ended.length, ended.filter(({ replacedBy }) => replacedBy !== undefined).length]).toEqual([620, 615]);
    expect(ended.filter(({ code, replacedBy }) => replacedBy !== undefined && (byCode.get(replacedBy)?.validTo !== undefined || replacedBy.length !== code.length))).toEqual([]);
    expect(byCode.get('91.01')).toMatchObject({ title: { id: 'Kabupaten Merauke' }, validTo: '2022-11-08', replacedBy: '93.01' });
  });
});

describe('the provinces that were made by law in 2022', () => {
  const codes = [...KEMENDAGRI.codes()];
  const byCode = new Map(codes.map((one) => [one.code, one]));
  const begun = codes.filter(({ validFrom }) => validFrom !== undefined);

  it('begin on that day, with all that is in them, and nothing else is known to have begun', () => {
    expect(begun.filter(({ code }) => code.length === 2).map(({ code, title, validFrom }) => [code, title.id, validFrom])).toEqual([
      ['93', 'Papua Selatan', '2022-07-25'], ['94', 'Papua Tengah', '2022-07-25'], ['95', 'Papua Pegunungan', '2022-07-25'], ['96', 'Papua Barat Daya', '2022-12-08'],
    ]);
    expect(codes.filter(({ code, validFrom }) => (validFrom !== undefined) !== /^9[3-6]/.test(code))).toEqual([]);
    expect(begun.filter(({ parent, validFrom }) => parent !== null && byCode.get(parent)?.validFrom !== validFrom)).toEqual([]);
  });

  it('leave no day without a code: what replaces an ended one begins before that ends', () => {
    const replaced = codes.filter(({ replacedBy }) => replacedBy !== undefined);
    expect(replaced.filter(({ validTo, replacedBy }) => !((byCode.get(replacedBy as string)?.validFrom ?? '9') <= (validTo as string)))).toEqual([]);
  });
});

describe('the bridge between the ministry and BPS', () => {
  const bps = [...BPS.codes()];
  const pairs = new Map(bps.map(({ code, pair }) => [code, pair]));
  const byCode = new Map([...KEMENDAGRI.codes()].map((one) => [one.code, one]));

  it('pairs one to one, a level with the same level, within what is paired', () => {
    const paired = bps.filter(({ pair }) => pair !== undefined);
    expect([bps.length, paired.length, new Set(paired.map(({ pair }) => pair)).size]).toEqual([689, 680, 680]);
    for (const { code, pair, level, parent } of paired) {
      const other = byCode.get(pair as string);
      if (other?.level !== level || (parent !== null && pairs.get(parent) !== other?.parent)) throw new Error(`${code} is not ${pair}`);
    }
  });

  it('knows that the same number is another region in the other scheme', () => {
    expect(['1506', '1507', '91', '94', '1507040'].map((code) => pairs.get(code))).toEqual(['15.07', '15.06', '92', '91', '15.06.04']);
    expect(bps.filter(({ pair }) => pair === undefined).map(({ code }) => code)).toEqual(['6411', '7108', '7309', '7503', '1501072', '1502011', '1502042', '1509021', '1509024']);
  });
});
