import { toCsv } from './csv.js';

describe('toCsv', () => {
  it('quotes what must be quoted and leaves missing values empty', () => {
    expect(toCsv(['a', 'b'], [{ a: 'x,y', b: 'say "hi"' }, { b: '1.5' }])).toBe('a,b\r\n"x,y","say ""hi"""\r\n,1.5\r\n');
  });

  it.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\tx'])('keeps a spreadsheet from running %j', (text) => {
    expect(toCsv(['a'], [{ a: text }])).toContain(`'${text}`);
  });

  it('leaves negative numbers and a dash alone', () => {
    expect(toCsv(['a'], [{ a: '-12.5' }, { a: '-' }])).toBe('a\r\n-12.5\r\n-\r\n');
  });
});
