import { dataList, delivered, type Answers } from '../support/answers.js';
import type { Product } from '../support/app.js';
import { FIT, unfit } from '../support/judged.js';
import { Person } from '../support/people.js';

/** A town office with as many producers as wanted, each with an operator and a leader. */
export interface Town {
  readonly people: readonly Person[];
  readonly head: Person;
  readonly producers: readonly { readonly id: string; readonly code: string }[];
}

const PASSWORD = 'kata-sandi-uji-coba';

export async function settle(product: Product, producers: number): Promise<Town> {
  const signIn = (username: string) => Person.signIn(product.url, product.accounts.find((account) => account.username === username) ?? { username, password: PASSWORD });
  const admin = await signIn('admin.demo');
  const codes = Array.from({ length: producers }, (_, index) => `OPD-${String(index + 1).padStart(2, '0')}`);
  const lines = codes.flatMap((code) => ['operator', 'pimpinan'].map((role) => `${role}.${code.toLowerCase()};${role} ${code};${role};${code};Perangkat Daerah ${code};produsen;${role}.${code.toLowerCase()}@contoh.example`));
  const { accounts } = await admin.post<{ accounts: { username: string; oneTimePassword: string }[] }>('/api/users/import', { csv: ['username;nama;peran;kode_kantor;nama_kantor;jenis_kantor;email', ...lines].join('\n') });
  const officials = await Promise.all(['kadis', 'kabid', 'kasi', 'staf', 'bps'].map(signIn));
  const others: Person[] = [];
  for (const { username, oneTimePassword } of accounts) others.push(await Person.firstSignIn(product.url, username, oneTimePassword, PASSWORD));
  const offices = await admin.get<{ id: string; code: string }[]>('/api/offices');
  return { people: [...officials, ...others], head: officials[0] as Person, producers: offices.filter(({ code }) => codes.includes(code)).sort((a, b) => a.code.localeCompare(b.code)) };
}

const DAY = 86_400_000;
const REGIONS = ['15.01', '15.02', '15.03'];
const rows = (broken: boolean) => REGIONS.map((kode_wilayah, index) => ({ kode_wilayah, jumlah: broken && index === 1 ? -1 : 100 + index }));

/** One row of the data list; titles differ between cases, so that each has a public page of its own. */
const listed = (title: string, office: string) => ({
  datasetId: '', nama: title, produsen: office, definisi: `${title}. Angka contoh (sintetis).`, satuan: 'orang', jenis: 'statistik', bentuk: 'variabel', kelasRisiko: 'terbuka', tandaDesimal: 'koma',
  variabel: [
    { kolom: 'kode_wilayah', judulKolom: 'Kode wilayah', tipe: 'region', wajib: true, kunci: true },
    { kolom: 'jumlah', judulKolom: 'Jumlah', tipe: 'integer', satuanKolom: 'orang', min: '0', wajib: true, kunci: false },
  ],
});

/** Which of the producers a data set is of, from its title: `Data 3 …` is the third's. */
const numberOf = (title: unknown): number => Number(/^Data (\d+)/.exec(String(title))?.[1] ?? 0);

/**
 * What people decide, by the producer's number: 1 has none of the data, 2 delivers wrong data first, 3 is silent until the deadline,
 * 4 is refused by BPS, 5 is sent back once by BPS; the others are in order.
 */
export function decisions(town: Town, secondsToDeadline: number): Answers {
  const broken = new Set<string>();
  const sentBack = new Set<string>();
  /** Answers false the first time for a data set. */
  const again = (seen: Set<string>, key: string): boolean => seen.has(key) || !seen.add(key);
  const only = (task: { data: Readonly<Record<string, unknown>> }) => (task.data['dataset'] as Record<string, unknown>[]) ?? [];
  return {
    penugasan: ({ data }) => ({ kepada: data['kepada'] || 'Kepala Bidang', instruksi: 'Laksanakan.', jatuhTempo: new Date(Date.now() + 5 * DAY).toISOString() }),
    'daftar-data': dataList((_, { caseId }) => town.producers.map(({ id }, index) => listed(`Data ${index + 1} ${caseId.slice(-12)}`, id))),
    'kirim-permintaan': () => ({ batasWaktu: new Date(Date.now() + secondsToDeadline * 1_000).toISOString(), hariPengingat: '1' }),
    'penyampaian-data': (task) => ({
      dataset: only(task).map((row) => {
        const number = numberOf(row['nama']);
        if (number === 1) return { datasetId: row['datasetId'], nama: row['nama'], status: 'tidak_tersedia', alasan: 'Tidak dikumpulkan di daerah ini.' };
        return delivered(row, rows(number === 2 && !again(broken, String(row['datasetId']))));
      }),
    }),
    verifikasi: (task) => {
      const wrong = (ringkasan: unknown) => /kesalahan/.test(String(ringkasan));
      const decided = only(task).map(({ datasetId, nama, ringkasan }) => ({ datasetId, nama, ringkasan, ...(wrong(ringkasan) ? { keputusan: 'belum_lengkap', catatan: 'Perbaiki nilai negatif.' } : { keputusan: 'lengkap', alasanPeringatan: 'Wajar.' }) }));
      return { dataset: decided, hasilVerifikasi: decided.some(({ keputusan }) => keputusan === 'belum_lengkap') ? 'belum_lengkap' : 'lengkap' };
    },
    kelayakan: (task) => {
      const number = Number(/Data (\d+) /.exec(JSON.stringify(task.data['surat'] ?? ''))?.[1] ?? 0);
      if (number === 4) return unfit('tidak_layak', 'Metode tidak dapat diperiksa.');
      if (number === 5 && !again(sentBack, String(task.caseId))) return unfit('perlu_perbaikan', 'Jelaskan sumbernya.');
      return FIT;
    },
  };
}

/** The silent producer's tasks are left alone. */
export const isSilent = (town: Town, officeId: string | null, elementId: string): boolean => elementId === 'menyampaikan-data' && officeId !== null && town.producers.findIndex(({ id }) => id === officeId) === 2;
