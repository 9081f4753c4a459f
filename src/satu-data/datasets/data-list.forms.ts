import { Cases, FormData, Handlers, OnSubmission, Offices, PrepareSubmission, type FormContext, type Language, type SubmissionContext, type SubmissionRecord, type Text } from 'tertib';
import { z } from 'zod';
import { HandIn } from '../data-list/hand-in.service.js';
import { ListDuplicates } from '../data-list/list-duplicates.service.js';
import { ListTrials } from '../data-list/list-trials.service.js';
import { MARK_SOURCES } from '../data-list/mark-words.js';
import { ReadyLists, type ReadyList } from '../data-list/ready-list.service.js';
import { WrittenAnswers } from '../letters/written-answers.service.js';
import { currentLetters, LettersInForms } from '../letters/letters-in-forms.js';
import { checklistIn } from '../review/assessment.js';
import { formLabels } from '../review/form-labels.js';
import { optionalText } from '../shared/form-values.js';
import { requireWritten } from '../shared/on-behalf.js';
import { refuseTooFar } from '../shared/too-far.js';
import { DataListService } from './data-list.service.js';

const Notes = z.object({ catatan: optionalText });
const Marks = z.object({ tanda: z.array(z.object({ baris: z.number().nullish(), isian: optionalText, catatanBaris: optionalText })).nullish() });
/** Nobody reads more rows in a form, and a browser gets slow. */
const MOST_SHOWN = 200;
const EXAMINATION = 'pemeriksaan-permintaan';
/** An item of the checklist, as it was answered. */
const NOT_SO: Text = { id: 'tidak', en: 'no' };
/** A moment later it is known. */
const STILL_LOOKED_FOR: Text = { id: 'masih dicari', en: 'still looked for' };
const SAID_BY: Readonly<Record<string, 'Kasi' | 'BPS'>> = { koreksi: 'Kasi', [EXAMINATION]: 'BPS' };

/** Steps 4 to 6: the list is drawn up on its own page, handed in, corrected, examined. */
@Handlers()
export class DataListForms {
  constructor(
    private readonly lists: DataListService,
    private readonly handIn: HandIn,
    private readonly ready: ReadyLists,
    private readonly trials: ListTrials,
    private readonly likes: ListDuplicates,
    private readonly letters: LettersInForms,
    private readonly cases: Cases,
    private readonly offices: Offices,
    private readonly written: WrittenAnswers,
  ) {}

  @FormData('daftar-data')
  async work(context: FormContext): Promise<object> {
    const { caseId, user: { language } } = context;
    await this.handIn.giveBack(caseId);
    const [{ rows, unready, open }, mirip, marks, submissions] = await Promise.all([this.handIn.summary(caseId, context), this.similar(caseId, language), this.handIn.openMarks(caseId, context), this.cases.submissions(caseId)]);
    // Its checklist alone needs the words of a form, and most lists were never answered by one.
    const labels = formLabels(submissions.some(({ formKey }) => formKey === EXAMINATION) ? await this.cases.resources(caseId) : [], EXAMINATION, language);
    return { ringkasan: [{ baris: rows, belumSiap: unready, mirip, koreksi: open }], koreksi: [...notes(submissions, labels, language), ...marks] };
  }

  @PrepareSubmission('daftar-data')
  async check({ caseId }: SubmissionContext<'daftar-data'>): Promise<ReadyList> {
    const list = await this.ready.of(caseId);
    // By the time somebody corrects the list it is known what its rules find; nobody waits for it here.
    void this.trials.begin(caseId);
    return list;
  }

  @OnSubmission('daftar-data')
  async keep({ caseId }: SubmissionContext<'daftar-data'>, list: ReadyList): Promise<void> {
    await this.handIn.handIn(caseId, list);
  }

  @FormData('koreksi')
  async correction(context: FormContext): Promise<object> {
    const mirip = await this.similar(context.caseId, context.user.language);
    const { ringkasan, ...list } = await this.list(context, 'koreksi');
    return { ...list, ringkasan: ringkasan.map((one) => ({ ...one, mirip })), aturan: await this.trials.found(context.caseId, context.user.language), jawaban: await this.handIn.answers(context.caseId, context) };
  }

  /** Versions before the marks were set on the page have them in the form, as `tanda`. */
  @OnSubmission('koreksi')
  async corrected({ caseId, data, user, at }: SubmissionContext<'koreksi'>): Promise<void> {
    if (data.hasilKoreksi !== 'tidak_sesuai') return this.handIn.accept(caseId, { name: user.name, source: 'Kasi' });
    if (data.jatuhTempo) refuseTooFar('jatuhTempo', new Date(data.jatuhTempo), at);
    const { tanda } = Marks.parse(data);
    await this.handIn.mark(caseId, (tanda ?? []).map(({ baris, isian, catatanBaris }) => ({ row: baris ?? null, field: isian, comment: catatanBaris })), { name: user.name, source: 'Kasi' });
    await this.handIn.giveBack(caseId);
  }

  @FormData('pemeriksaan-permintaan')
  async examination(context: FormContext): Promise<object> {
    return { ...(await this.list(context, EXAMINATION)), jawaban: await this.handIn.answers(context.caseId, context), surat: currentLetters(await this.letters.about(context)) };
  }

  @OnSubmission('pemeriksaan-permintaan')
  async examined(context: SubmissionContext<'pemeriksaan-permintaan'>): Promise<void> {
    requireWritten(context, 'bps', 'caraJawaban', 'tertulis');
    await this.written.keep(context);
    if (context.data.hasilPemeriksaan === 'perlu_perbaikan') return this.handIn.giveBack(context.caseId);
    await this.handIn.accept(context.caseId, { name: context.user.name, source: 'BPS' });
  }

  /** Rows whose names are alike: told, since it may be one thing twice, and no reason to refuse. */
  private async similar(caseId: string, language: Language): Promise<number | string> {
    return (await this.likes.count(caseId)) ?? STILL_LOOKED_FOR[language];
  }

  /** In short; the rows are on the page above the form. A version whose form still has the table of them gets them. */
  private async list(context: FormContext, form: string): Promise<{ readonly ringkasan: readonly object[] }> {
    const { caseId } = context;
    const [{ rows, fresh, open, answered }, resources] = await Promise.all([this.handIn.summary(caseId, context), this.cases.resources(caseId)]);
    const ringkasan = [{ baris: rows, baru: fresh, koreksi: open, dijawab: answered }];
    const hasTable = resources.find(({ path }) => path === `forms/${form}.json`)?.content.includes('"daftar"') ?? false;
    return hasTable ? { ringkasan, ...(await this.shown(caseId)) } : { ringkasan };
  }

  /** As much of the list as a form holds, and how much that is; all of it is on the list's own page. */
  private async shown(caseId: string): Promise<object> {
    const names = new Map((await this.offices.all()).map(({ id, name }) => [id, name]));
    const [datasets, count] = await this.lists.ofPeriod(caseId, MOST_SHOWN);
    const daftar = datasets.map((one) => ({
      nama: one.title, produsen: names.get(one.officeId) ?? one.officeCode, jenis: one.kind, kelasRisiko: one.riskClass, satuan: one.unit, jadwal: one.schedule ?? '–',
      periodeData: one.dataPeriod ?? '–', variabel: one.variables.map(({ title }) => title).join(', '),
    }));
    return { daftar, selebihnya: count > daftar.length ? [{ jumlah: count, ditampilkan: daftar.length }] : [] };
  }
}

/** What was said of the list as a whole since it was last handed in: in words, and by the items of BPS's checklist that are not so. */
function notes(submissions: readonly SubmissionRecord[], labels: ReadonlyMap<string, string>, language: Language): object[] {
  const sorted = [...submissions].sort((a, b) => a.at.getTime() - b.at.getTime());
  const handedIn = sorted.findLastIndex(({ formKey }) => formKey === 'daftar-data');
  return sorted.slice(handedIn < 0 ? sorted.length : handedIn + 1).flatMap(({ formKey, data }) => {
    const [source, { data: said }] = [SAID_BY[formKey], Notes.safeParse(data)];
    if (!source) return [];
    const sumber = MARK_SOURCES[source][language];
    const wrong = formKey === EXAMINATION ? checklistIn(data, labels).filter(({ answer }) => answer === 'tidak') : [];
    return [...(said?.catatan ? [{ sumber, baris: '–', isian: '–', catatan: said.catatan }] : []), ...wrong.map(({ item, note }) => ({ sumber, baris: '–', isian: '–', catatan: `${item}: ${NOT_SO[language]}. ${note ?? ''}`.trim() }))];
  });
}
