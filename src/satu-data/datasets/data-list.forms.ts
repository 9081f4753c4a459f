import { AuditLog, Cases, FormData, Handlers, OnSubmission, Offices, type FormContext, type SubmissionContext, type SubmissionRecord } from 'tertib';
import { z } from 'zod';
import { currentLetters, LettersInForms } from '../letters/letters-in-forms.js';
import { optionalText } from '../shared/form-values.js';
import { requireWritten } from '../shared/on-behalf.js';
import { DataListRow } from './data-list.js';
import { DataListService } from './data-list.service.js';

const DataListForm = z.object({ daftar: z.array(DataListRow) });
const Marks = z.object({ hasilKoreksi: optionalText, hasilPemeriksaan: optionalText, catatan: optionalText, tanda: z.array(z.object({ baris: z.number().nullish(), isian: optionalText, catatanBaris: optionalText })).nullish() });

/** Steps 4 to 6: the list is drawn up, corrected, examined. */
@Handlers()
export class DataListForms {
  constructor(
    private readonly lists: DataListService,
    private readonly letters: LettersInForms,
    private readonly cases: Cases,
    private readonly offices: Offices,
    private readonly audit: AuditLog,
  ) {}

  @FormData('daftar-data')
  async proposal({ caseId }: FormContext): Promise<object> {
    const [daftar, submissions] = await Promise.all([this.lists.proposal(caseId), this.cases.submissions(caseId)]);
    return { daftar, koreksi: corrections(submissions) };
  }

  @OnSubmission('daftar-data')
  async keep({ caseId, data }: SubmissionContext<'daftar-data'>): Promise<void> {
    const { daftar } = DataListForm.parse(data);
    await this.lists.keep(caseId, daftar);
    await this.audit.write({ action: 'data-list.kept', caseId, detail: { rows: daftar.length } });
  }

  @FormData('koreksi')
  async correction({ caseId }: FormContext): Promise<object> {
    return { daftar: await this.shown(caseId) };
  }

  @FormData('pemeriksaan-permintaan')
  async examination(context: FormContext): Promise<object> {
    return { daftar: await this.shown(context.caseId), surat: currentLetters(await this.letters.about(context)) };
  }

  @OnSubmission('pemeriksaan-permintaan')
  async examined(context: SubmissionContext<'pemeriksaan-permintaan'>): Promise<void> {
    requireWritten(context, 'bps', 'caraJawaban', 'tertulis');
  }

  private async shown(caseId: string): Promise<object[]> {
    const names = new Map((await this.offices.all()).map(({ id, name }) => [id, name]));
    return (await this.lists.ofPeriod(caseId)).map((one) => ({
      nama: one.title, produsen: names.get(one.officeId) ?? one.officeCode, jenis: one.kind, kelasRisiko: one.riskClass, satuan: one.unit, jadwal: one.schedule ?? '–',
      periodeData: one.dataPeriod ?? '–', variabel: one.variables.map(({ title }) => title).join(', '),
    }));
  }
}

/** What was said against the list since it was last handed in. */
function corrections(submissions: readonly SubmissionRecord[]): object[] {
  const sorted = [...submissions].sort((a, b) => a.at.getTime() - b.at.getTime());
  const handedIn = sorted.findLastIndex(({ formKey }) => formKey === 'daftar-data');
  if (handedIn < 0) return [];
  return sorted.slice(handedIn + 1).flatMap(({ formKey, data }) => {
    const marks = Marks.safeParse(data);
    if (!marks.success || !['koreksi', 'pemeriksaan-permintaan'].includes(formKey)) return [];
    const sumber = formKey === 'koreksi' ? 'Kasi' : 'BPS';
    const rows = (marks.data.tanda ?? []).map(({ baris, isian, catatanBaris }) => ({ sumber, baris: baris ?? '–', isian: isian ?? '–', catatan: catatanBaris ?? '' }));
    return marks.data.catatan ? [{ sumber, baris: '–', isian: '–', catatan: marks.data.catatan }, ...rows] : rows;
  });
}
