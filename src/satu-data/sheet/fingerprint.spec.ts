import { randomFrom } from '../../../test/support/random.js';
import { codeOf, fingerprintOf, sameCode } from './fingerprint.js';

const part = (datasetId: string, hash: string | null = 'h', reason: string | null = null) => ({ datasetId, kind: 'data' as const, reason, hash });

describe('the fingerprint of what is delivered', () => {
  it('does not hang on the order, and on everything else', () => {
    const all = ['c', 'a', 'b'].map((id) => part(id));
    const same = fingerprintOf(all);
    expect(fingerprintOf(all.toReversed())).toBe(same);
    const others = [all.slice(1), [...all, part('d')], [part('c', 'i'), ...all.slice(1)], [part('c', 'h', 'sebab'), ...all.slice(1)], [{ ...part('c'), kind: 'not_ours' as const }, ...all.slice(1)]];
    expect(others.filter((one) => fingerprintOf(one) === same)).toEqual([]);
  });

  it('is printed in groups, and found again however it is typed', () => {
    const code = codeOf(fingerprintOf([part('a')]));
    expect(code).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}$/);
    const random = randomFrom(43);
    for (let run = 0; run < 200; run++) {
      const typed = [...code].map((sign) => (sign === '-' ? ['', ' ', '-', ' - '][Math.floor(random() * 4)] : random() < 0.5 ? sign.toLowerCase() : sign)).join('');
      expect(sameCode(typed, code)).toBe(true);
    }
    expect(sameCode(code.slice(0, -1), code)).toBe(false);
    expect(sameCode('', code)).toBe(false);
  });
});
