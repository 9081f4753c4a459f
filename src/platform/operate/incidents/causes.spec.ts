import { causeOf, patternOf } from './causes.js';

describe('what lies behind a failure', () => {
  it.each([
    ['The input of Archive.archive does not fit: mode: Invalid option; tahun: Invalid input: expected number', 'Isian yang diterima langkah ini tidak sesuai: mode, tahun.'],
    ['The output of Archive.archive does not fit: arsip: Required', 'Hasil langkah ini tidak seperti yang seharusnya.'],
    ['The engine refuses a command (complete): task is null', 'Yang sudah disimpan belum dapat diteruskan ke proses.'],
    ['connect ECONNREFUSED 10.0.0.3:443', 'Sistem lain yang diperlukan langkah ini tidak dapat dihubungi.'],
    ['Archive.archive took longer than its time limit of 5 s and was given up.', 'Langkah ini berjalan terlalu lama, lalu dihentikan.'],
    ['ENOSPC: no space left on device, write', 'Tempat penyimpanan penuh.'],
    ["Unknown property used in expression: ${hasil == 'x'}. Cause: Cannot resolve identifier 'hasil'", 'Isian “hasil” yang diperlukan di sini belum ada.'],
    ['Process variable "a" cannot be read: it is Java', 'Salah satu nilai proses tidak dapat dibaca.'],
    ['The steps of A.a differ from those that task 1 has done', 'Cara kerja langkah ini berubah di tengah jalan.'],
    ['Something else', 'Langkah ini gagal.'],
  ])('%s', (message, cause) => expect(causeOf(message).cause.id).toBe(cause));

  it('is the same where only ids and numbers differ', () => {
    const at = (id: string, port: number) => patternOf(`Data set ${id} on port ${port}`);
    expect(at('0190a000-0000-7000-8000-000000000000', 1)).toBe(at('0190a000-0000-7000-8000-00000000abcd', 22));
    expect(patternOf('mode: wrong')).not.toBe(patternOf('tahun: wrong'));
  });
});
