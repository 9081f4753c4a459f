import { attachment, extensionOf, safeFileName } from './file-name.js';

describe('safeFileName', () => {
  it.each([
    ['data.csv', 'data.csv'],
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\boot.ini', 'boot.ini'],
    ['C:\\Users\\a\\Data Penduduk.xlsx', 'Data Penduduk.xlsx'],
    ['C:evil.csv', 'Cevil.csv'],
    ['a\u0000.pdf', 'a.pdf'],
    ['a\r\nSet-Cookie: x=1.pdf', 'aSet-Cookie x=1.pdf'],
    ['gambar\u202Egnp.exe', 'gambargnp.exe'],
    ['<img src=x onerror=alert(1)>.png', 'img src=x onerror=alert(1).png'],
    ['...', 'berkas'],
    ['', 'berkas'],
    ['NUL.txt', 'berkas-NUL.txt'],
    ['.htaccess', 'htaccess'],
    ['Jumlah Penduduk – Rekapitulasi.xlsx', 'Jumlah Penduduk – Rekapitulasi.xlsx'],
  ])('%j becomes %j', (claimed, expected) => {
    expect(safeFileName(claimed)).toBe(expected);
  });

  it('shortens without losing the extension', () => {
    const name = safeFileName(`${'a'.repeat(400)}.xlsx`);
    expect(name).toHaveLength(150);
    expect(extensionOf(name)).toBe('xlsx');
  });
});

describe('attachment', () => {
  it('carries quotes, percent signs and other alphabets safely', () => {
    expect(attachment('50% "naik" – é.csv')).toBe(`attachment; filename="50_ _naik_ _ _.csv"; filename*=UTF-8''50%25%20%22naik%22%20%E2%80%93%20%C3%A9.csv`);
  });
});
