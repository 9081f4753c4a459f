import { FormData, Handlers, OnSubmission, PrepareSubmission, type Cases, type FormContext, type SubmissionContext, type SubmissionData, type TaskData } from 'tertib';
import type { SatuData } from '../../src/satu-data/index.js';

/** Nothing here runs. `npm run typecheck` fails where a line compiles that must not, or the other way round. */
export type Application = typeof SatuData;

const times = { batasWaktu: new Date(), tanggalRilis: '2026-12-31T00:00:00Z' };
const period = { judul: 'Data 2026', tahun: 2026, cakupan: 'Semua', ...times };

export async function procedures(cases: Cases): Promise<void> {
  await cases.start('pengelolaan-data', { key: '2026', title: 'Data 2026', variables: period });
  await cases.start('pengelolaan-data', { key: '2026', title: 'Data 2026', variables: { ...period, keputusanPeriode: null } });
  // @ts-expect-error -- there is no such procedure
  await cases.start('pengelolaan-dat', { key: '2026', title: 'Data 2026', variables: period });
  // @ts-expect-error -- a variable of a required field is missing
  await cases.start('pengelolaan-data', { key: '2026', title: 'Data 2026', variables: { ...times, judul: 'Data 2026', tahun: 2026 } });
  // @ts-expect-error -- without its variables
  await cases.start('pengelolaan-data', { key: '2026', title: 'Data 2026' });
  // @ts-expect-error -- a misspelt variable
  await cases.start('pengelolaan-data', { key: '2026', title: 'Data 2026', variables: { ...period, judull: 'Data 2026' } });
  // @ts-expect-error -- a year is a number
  await cases.start('pengelolaan-data', { key: '2026', title: 'Data 2026', variables: { ...period, tahun: '2026' } });
  // @ts-expect-error -- no such decision
  await cases.start('pengelolaan-data', { key: '2026', title: 'Data 2026', variables: { ...period, keputusanPeriode: 'mungkin' } });
}

export async function messages(cases: Cases): Promise<void> {
  await cases.correlate('c1', 'periode.batalkan');
  await cases.correlate('c1', 'periode.batalkan', { alasanBatal: 'Salah tahun' });
  // @ts-expect-error -- nobody waits for this message
  await cases.correlate('c1', 'periode.batal');
  // @ts-expect-error -- a misspelt variable
  await cases.correlate('c1', 'periode.batalkan', { alasanBatl: 'Salah tahun' });
}

export const completed: readonly TaskData<'pengelolaan-data', 'memutuskan-periode'>[] = [
  { keputusanPeriode: 'tutup', alasan: 'Tidak ada data.' },
  { keputusanPeriode: 'perpanjang', alasan: 'Banyak yang terlambat.', batasWaktuBaru: '2026-12-31T00:00:00Z' },
  // @ts-expect-error -- no such decision
  { keputusanPeriode: 'mungkin', alasan: 'Tidak ada data.' },
  // @ts-expect-error -- a required field is missing
  { keputusanPeriode: 'tutup' },
  // @ts-expect-error -- a misspelt field
  { keputusanPeriode: 'tutup', alasan: 'Tidak ada data.', batasWaktuBarru: '2026-12-31T00:00:00Z' },
];
// @ts-expect-error -- there is no such task
export type NoSuchTask = TaskData<'pengelolaan-data', 'memutuskan-periodee'>;

@Handlers()
export class Forms {
  @OnSubmission('verifikasi')
  async decide({ data }: SubmissionContext<'verifikasi'>): Promise<void> {
    const first: 'lengkap' | 'belum_lengkap' | undefined = data.dataset[0]?.keputusan;
    // @ts-expect-error -- it may not have been filled in
    const note: string = data.dataset[0]!.catatan;
    // @ts-expect-error -- a misspelt field
    void [first, note, data.hasilVerifikas];
  }

  @OnSubmission('verifikasi')
  async loose({ data }: SubmissionContext): Promise<{ hasil: string }> {
    return { hasil: String(data['hasilVerifikasi']) };
  }

  // @ts-expect-error -- a method for another form's submissions
  @OnSubmission('verifikasi')
  async other(_submission: SubmissionContext<'periode'>): Promise<void> {}

  // @ts-expect-error -- a rule that does not wait for its end
  @OnSubmission('verifikasi')
  hasty(): void {}

  @PrepareSubmission('verifikasi')
  async read({ data }: SubmissionContext<'verifikasi'>): Promise<number> {
    return data.dataset.length;
  }

  @OnSubmission('verifikasi')
  async prepared(_submission: SubmissionContext<'verifikasi'>, count: number): Promise<void> {
    void count;
  }

  @OnSubmission('formulir-tanpa-jenis')
  async untyped({ data }: SubmissionContext<'formulir-tanpa-jenis'>): Promise<void> {
    void data['apa saja'];
  }

  @FormData('verifikasi')
  async known({ caseId }: FormContext): Promise<object> {
    return { caseId };
  }

  // @ts-expect-error -- a form is filled with an object
  @FormData('verifikasi')
  async text(): Promise<string> {
    return '';
  }
}

/** What is shown only is not in a submission, and layouts leave no trace. */
export const list: SubmissionData<'penyampaian-data'>['dataset'][number]['status'] = 'disampaikan';
// @ts-expect-error -- shown only
export type Shown = SubmissionData<'daftar-data'>['koreksi'];
// @ts-expect-error -- a panel
export type Panel = SubmissionData<'daftar-data'>['ringkasan'];
