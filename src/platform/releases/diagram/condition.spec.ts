import { bareVariable, parseCondition } from './condition.js';

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
