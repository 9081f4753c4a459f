import { KEMENDAGRI } from './kemendagri.js';
import { REGIONS } from './regions.js';

describe('the regions of Indonesia', () => {
  const codes = [...KEMENDAGRI.codes()];
  const byCode = new Map(codes.map((one) => [one.code, one]));

  it('are all there, each once, after what it lies in and with a level', () => {
    expect([codes.length, byCode.size]).toEqual([91_599, 91_599]);
    const seen = new Set<string | null>([null]);
    const levels = new Set(KEMENDAGRI.levels?.map(({ key }) => key));
    for (const { code, parent, level, title } of codes) {
      if (!seen.has(parent) || !levels.has(level ?? '') || title.id.trim() === '') throw new Error(`${code} does not fit`);
      seen.add(code);
    }
    expect(levels).toEqual(new Set(codes.map(({ level }) => level)));
  });

  it('are those of the extract that the application checks tables with', () => {
    expect(Object.entries(REGIONS).filter(([code, name]) => byCode.get(code)?.title.id !== name)).toEqual([]);
    expect([Object.keys(REGIONS).length, REGIONS['15'], REGIONS['15.06'], REGIONS['15.06.01'], REGIONS['15.07.01']]).toEqual([565, 'Jambi', 'Kabupaten Tanjung Jabung Barat', 'Tungkal Ulu', undefined]);
    expect(byCode.get('12.07.28.1007')?.title.id).toBe('Lubuk Pakam I,II');
    expect(byCode.get('15.07.01.2001')).toMatchObject({ parent: '15.07.01', level: 'desa' });
  });
});
