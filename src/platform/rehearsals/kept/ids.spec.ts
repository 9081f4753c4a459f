import { Ids, idsIn } from './ids.js';

const A = '11111111-1111-4111-8111-111111111111';
const B = '22222222-2222-4222-8222-222222222222';

describe('what is sent when a rehearsal is done again', () => {
  it('has what was changed as it was, what was left as it is shown today, and today’s ids', () => {
    const ids = new Ids();
    const shown = { nomor: '1/2026', dataset: [{ id: A, nama: 'Penduduk', jumlah: null }], catatan: 'lama' };
    const sent = { nomor: '1/2026', dataset: [{ id: A, nama: 'Penduduk', jumlah: 7 }, { id: '', nama: `Tambahan untuk ${A}` }], setuju: true };
    const now = { nomor: '9/2027', dataset: [{ id: B, nama: 'Penduduk (baru)', jumlah: null }], catatan: 'lama', sejak: 'hari ini' };
    ids.learnFrom(shown, now);
    expect(ids.sentAgain(shown, sent, now)).toEqual({
      nomor: '9/2027', dataset: [{ id: B, nama: 'Penduduk (baru)', jumlah: 7 }, { id: '', nama: `Tambahan untuk ${B}` }], setuju: true, sejak: 'hari ini',
    });
  });

  it('leaves out what was taken out, and invents nothing where nothing is shown today', () => {
    expect(new Ids().sentAgain({ a: 1, b: 2 }, { a: 1 }, {})).toEqual({ a: 1 });
    expect(new Ids().sentAgain({}, null, {})).toBeNull();
  });

  it('knows ids within text, and leaves those alone that it does not know', () => {
    const ids = new Ids();
    ids.learn(A, B);
    expect(ids.translated({ path: `/api/cases/${A}/cancel`, other: [B, 3, null] })).toEqual({ path: `/api/cases/${B}/cancel`, other: [B, 3, null] });
    expect(idsIn({ one: A, two: [`x/${B}/${A}`] })).toEqual([A, B]);
    expect(idsIn(undefined)).toEqual([]);
  });
});
