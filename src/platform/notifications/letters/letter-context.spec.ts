import type { Settings } from '../../../sdk/index.js';
import { LetterContext } from './letter-context.js';

const settings = { get: async (key: string, fallback: unknown) => ({ letterhead: { office: 'Dinas Contoh', place: 'Kota Contoh' }, signers: [{ key: 'kadis', name: 'Contoh', title: 'Kepala Dinas' }, { key: 'sekda', name: 'Lain', title: 'Sekretaris Daerah' }] })[key] ?? fallback } as unknown as Settings;
const of = (data: Record<string, unknown>) => new LetterContext(settings).for({ data, subject: 'Hal', template: 'surat' }, { number: null, date: new Date('2026-11-23T05:00:00Z') }, {} as never);

describe('what stands around a letter', () => {
  it('is the office’s own head, and the signer that the data name', async () => {
    expect(await of({})).toMatchObject({ kop: { office: 'Dinas Contoh' }, tempat: 'Kota Contoh', penandatangan: { name: 'Contoh' } });
    expect(await of({ penandatangan: 'sekda' })).toMatchObject({ penandatangan: { name: 'Lain' }, jabatanPenandatangan: 'Sekretaris Daerah' });
  });

  it('is another office’s, where the data bring it: nothing of ours is mixed into it', async () => {
    const letter = await of({ nomor: 'B-1', kop: { office: 'BPS Kabupaten' }, penandatangan: { name: 'Nama', title: 'Kepala BPS' } });
    expect(letter).toMatchObject({ nomor: 'B-1', kop: { office: 'BPS Kabupaten', address: '' }, tempat: '', penandatangan: { name: 'Nama', nip: '' }, jabatanPenandatangan: 'Kepala BPS' });
  });
});
