import type { FormTypes, SubmissionData } from '../../src/sdk/index.js';
import { EXAMINED, FIT } from './judged.js';
import type { Person, TaskDetail } from './people.js';
import { demoTable, type GridRow } from './tables.js';

type Data = Readonly<Record<string, unknown>>;

/** What somebody fills into a form, given what the server put into it. */
export type Answer = (task: TaskDetail, person: Person) => Data | Promise<Data>;
/** By the form's key. */
export type Answers = Readonly<Record<string, Answer>>;

type Row<F extends keyof FormTypes, K extends keyof FormTypes[F]> = FormTypes[F][K] extends readonly (infer R)[] ? R : never;
/** As the generated types say: the server puts a part of the form into it, and gets the whole. */
type Typed = { readonly [F in keyof FormTypes]?: (task: { readonly data: Partial<FormTypes[F]> }) => FormTypes[F] };

const DAY = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString();

/** The form that starts a collection period. Its release date has come, so that a publication waits for nothing. */
export const period = (title: string, changed: Data = {}): SubmissionData<'periode'> => ({
  judul: title, tahun: 2024, cakupan: 'Seluruh perangkat daerah', batasWaktu: inDays(30), tanggalRilis: new Date(Date.now() - 60_000).toISOString(), ...changed,
});

/** One row of step 8: the data are there, typed into the grid. */
export const delivered = ({ datasetId, nama }: Data & Partial<Row<'penyampaian-data', 'dataset'>>, rows: readonly GridRow[]): Row<'penyampaian-data', 'dataset'> => ({ datasetId, nama, status: 'disampaikan', tabel: { datasetId, rows } });

/** One row of the data list, by the keys of its fields. */
export type ListRow = Data & { readonly nama: string };

/** Step 4 with another list than the one that is there: it is kept on its own page, and the form only hands it in. */
export const dataList = (change: (rows: readonly ListRow[], task: TaskDetail) => readonly Data[]): Answer => async (task, person) => {
  const address = `/api/satu-data/data-list/${task.caseId}`;
  const { items } = await person.get<{ items: { id: string; values: ListRow }[] }>(`${address}/rows`);
  const rows = await Promise.all(items.map(async ({ id, values }): Promise<ListRow> => ({ ...values, ...(await person.get<{ table: Data }>(`${address}/rows/${id}`)).table, datasetId: id })));
  await person.put(address, { rows: change(rows, task) });
  return {};
};

const typed: Typed = {
  penugasan: ({ data }) => ({ kepada: data.kepada || 'Kepala Bidang', instruksi: 'Laksanakan sesuai prosedur.', jatuhTempo: inDays(5) }),
  'daftar-data': () => ({}),
  koreksi: () => ({ hasilKoreksi: 'sesuai' }),
  // Where a test has moved the clock, five days from now are over: then as the form proposes.
  'kirim-surat': ({ data }) => ({ jatuhTempoBps: [inDays(5), data.jatuhTempoBps ?? ''].reduce((a, b) => (a > b ? a : b)) }),
  'pemeriksaan-permintaan': () => ({ hasilPemeriksaan: 'sesuai', ...EXAMINED }),
  'kirim-permintaan': ({ data }) => ({ batasWaktu: data.batasWaktu ?? inDays(30), hariPengingat: '7, 3, 1' }),
  'penyampaian-data': ({ data }) => ({ dataset: (data.dataset ?? []).map((row) => delivered(row, demoTable(String(row.nama)))) }),
  'validasi-pimpinan': () => ({ hasilValidasi: 'setuju', caraValidasi: 'langsung' }),
  verifikasi: ({ data }) => ({
    dataset: (data.dataset ?? []).map(({ datasetId, nama, ringkasan }) => ({ datasetId, nama, ringkasan, keputusan: 'lengkap', alasanPeringatan: 'Sudah dikonfirmasi kepada produsen.' })),
    hasilVerifikasi: 'lengkap',
  }),
  'keputusan-periode': () => ({ keputusanPeriode: 'tutup', alasan: 'Tidak ada data.' }),
  analisis: () => ({ uraian: 'Jumlah, kepadatan dan rasio dihitung dari tabel yang lengkap.' }),
  'pemeriksaan-analisis': () => ({ hasilAnalisis: 'sesuai' }),
  kelayakan: () => FIT,
  'perintah-publikasi': () => ({ lisensi: 'CC-BY-4.0', tanggalRilis: new Date(Date.now() - 60_000).toISOString(), perintah: 'Publikasikan.' }),
  diseminasi: ({ data }) => ({ ringkasanPublik: data.ringkasanPublik ?? '', kataKunci: 'statistik', sudahDiperiksa: true }),
  arsip: () => ({ klasifikasi: '000.9.6', seri: 'Data statistik sektoral', uraian: 'Berkas periode pengumpulan.', retensiAktif: 2, retensiInaktif: 3, nasib: 'permanen', kelasAkses: 'biasa' }),
};

/** The least that lets each form through, with every decision in favour. */
export const consent = typed as Answers;
