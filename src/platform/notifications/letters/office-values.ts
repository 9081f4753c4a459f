import type { Text } from '../../../sdk/index.js';

interface OfficeValues {
  readonly from: 'office';
  readonly title: Text;
  readonly example: Readonly<Record<string, unknown>>;
  readonly names: Readonly<Record<string, Text>>;
}

const title: Text = { id: 'Nomor, kop, dan penanda tangan', en: 'Number, letterhead and signer' };
const kop = { government: 'Pemerintah Kabupaten Contoh', office: 'Dinas Contoh', address: 'Jalan Contoh Nomor 1', contact: 'Telepon (021) 000000', place: 'Kota Contoh', logo: '' };

const LETTERHEAD: Readonly<Record<string, Text>> = {
  'kop.government': { id: 'Pemerintah daerah', en: 'Government' },
  'kop.office': { id: 'Nama kantor pada kop', en: 'Office in the letterhead' },
  'kop.address': { id: 'Alamat kantor', en: 'Address of the office' },
  'kop.contact': { id: 'Kontak kantor', en: 'Contact of the office' },
  'kop.place': { id: 'Tempat surat dibuat', en: 'Place of letters' },
};

const LETTER: Readonly<Record<string, Text>> = {
  nomor: { id: 'Nomor surat', en: 'Number of the letter' },
  tanggal: { id: 'Tanggal surat', en: 'Date of the letter' },
  tempat: { id: 'Tempat surat', en: 'Place of the letter' },
  perihal: { id: 'Perihal surat', en: 'Subject of the letter' },
  sifat: { id: 'Sifat surat', en: 'Urgency of the letter' },
  lampiran: { id: 'Lampiran', en: 'Enclosures' },
  tembusan: { id: 'Tembusan', en: 'Copies to' },
  'penandatangan.name': { id: 'Nama penanda tangan', en: 'Name of the signer' },
  'penandatangan.title': { id: 'Jabatan penanda tangan', en: 'Office of the signer' },
  'penandatangan.rank': { id: 'Pangkat penanda tangan', en: 'Rank of the signer' },
  'penandatangan.nip': { id: 'NIP penanda tangan', en: 'Staff number of the signer' },
  jabatanPenandatangan: { id: 'Jabatan dengan Plh. atau Plt.', en: 'Office with acting title' },
  atasNama: { id: 'Atas nama', en: 'On behalf of' },
};

/** What every letter and every mail has, whatever asks for it; made up here, from the office's settings when it is drawn. */
export const OFFICE_VALUES: { readonly letter: OfficeValues; readonly mail: OfficeValues } = {
  letter: {
    from: 'office', title, names: { ...LETTER, ...LETTERHEAD },
    example: {
      nomor: '12/CONTOH/XI/2026', tanggal: '2026-11-23T05:00:00.000Z', tempat: kop.place, perihal: 'Perihal surat', sifat: 'Biasa', lampiran: '1 (satu) berkas', tembusan: ['Sekretaris Daerah'],
      penandatangan: { name: 'Contoh Nama, S.Kom.', title: 'Kepala Dinas Contoh', rank: 'Pembina (IV/a)', nip: '197001011995031001' }, jabatanPenandatangan: 'Plh. Kepala Dinas Contoh', atasNama: 'Sekretaris Daerah', kop,
    },
  },
  mail: { from: 'office', title: { id: 'Kop kantor', en: 'Letterhead' }, names: LETTERHEAD, example: { kop } },
};
/** What a text may use without naming it as a field. */
export const HIDDEN_VALUES: readonly string[] = ['zona', 'bahasa', 'tanpaKop'];
