import { asksForNull, bareVariable, onlyWithValue, parseCondition, withoutVariable } from './condition.js';

describe('conditions', () => {
  it.each([
    ["${hasil == 'sesuai'}", ['hasil']],
    ['${jumlahLengkap == 0}', ['jumlahLengkap']],
    ["${a == 'x' && !(b != null) || 3 <= c}", ['a', 'b', 'c']],
    ['${not (a == true) and b == "y"}', ['a', 'b']],
    ["#{ a=='${ or #{ in text'}", null],
  ])('%s', (text, variables) => {
    expect(parseCondition(text)?.variables ?? null).toEqual(variables);
  });

  it.each(['${a}', '${a.b == 1}', '${a[0] == 1}', '${a() == 1}', '${a == b}', "${1 == 1}", "${a == 'x'", "a == 'x'", "${a == 'x'} ${b == 1}", '${execution == null}', "${a == 'x' ? b : c}", '${empty a}', "${a == 'x' &&}", '${(a == 1}', "${a += 'x'}", `\${${'('.repeat(50)}a == 1${')'.repeat(50)}}`, '${}'])('%s is refused', (text) => {
    expect(parseCondition(text)).toBeNull();
  });

  it('knows a bare variable', () => {
    expect(bareVariable('${batasWaktu}')).toBe('batasWaktu');
    for (const text of ['batasWaktu', '${a.b}', '${a}${b}', '#{a}', '${execution}', '${null}']) expect(bareVariable(text)).toBeNull();
  });
});

describe('what is done to conditions', () => {
  it.each([
    ["${a == 'x' && b == 1}", "${b == 1}"],
    ["${b == 1 and c != null and 'x' == a}", '${b == 1 && c != null}'],
    ["${a == 'x' || b == 1}", '${b == 1}'],
    ["${a == 'x'}", null],
    ["${a == 'x' && a != 'y'}", null],
    ["${a == 'x' && (b == 1 || c == 2)}", null],
    ["${!(a == 'x') && b == 1}", null],
    ["${a == 'x' && b == 1 || c == 1}", null],
  ])('%s without a', (text, rest) => {
    expect(withoutVariable(text, 'a')).toBe(rest);
  });

  it('knows whether one asks for null', () => {
    expect([asksForNull('${a != null && b == 1}', 'a'), asksForNull('${null == a}', 'a'), asksForNull('${a != null && b == 1}', 'b')]).toEqual([true, true, false]);
  });

  it('asks only with a value', () => {
    const text = onlyWithValue("#{ a == 'x' || b == 1 }", 'a');
    expect(text).toBe("${a != null && (a == 'x' || b == 1)}");
    expect(parseCondition(text)?.variables).toEqual(['a', 'b']);
  });
});
