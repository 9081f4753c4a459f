import { AuditLog, Cases, FormData, Handlers, OnSubmission, SubmissionRejected, Transactions, type FormContext, type ProcessVariables, type SubmissionContext, type Text } from 'tertib';
import { AnalysisAnswers, datasetOf } from '../analysis/analysis-answers.service.js';
import { AnalysisService } from '../analysis/analysis.service.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DatasetLifecycle } from '../datasets/dataset-lifecycle.js';
import { classChanged } from '../datasets/state-reasons.js';
import { personalInForm } from '../disclosure/personal-columns.js';
import { formLabels } from '../review/form-labels.js';
import { reject } from '../shared/reject.js';
import { refuseTooFar } from '../shared/too-far.js';
import { classOrdered, listedClass, requireReason, type OrderLabels } from './class-change.js';
import { classEffects } from './class-effects.js';
import { DEFAULT_LICENCE } from './licences.js';
import { NOT_PERSONAL, requireNotPersonal, withNotPersonal } from './not-personal.js';
import { NotPublishable } from './not-publishable.js';
import { PublicationService } from './publication.service.js';
import { SameElsewhere } from './same-elsewhere.service.js';

const FORM = 'perintah-publikasi';
/** What the diagram branches on. */
const DECISION = 'keputusanPublikasi';
/** What may not be published must not hold up the period. */
const WAY_OUT = {
  id: 'Bila dataset ini tidak akan dipublikasikan pada periode ini, pilih keputusan "Tidak dipublikasikan" dan tulis alasannya.',
  en: 'If it is not to be published in this period, choose the decision “Not published” and write why.',
};
/** What step 10 said of columns that seem to hold personal data, as long as it has not said why they hold none. */
const SAID: Readonly<Record<'personal' | 'unasked', Text>> = {
  personal: { id: 'Ya, kolom itu memuat data pribadi, sehingga dataset ini tidak dipublikasikan.', en: 'Yes, they are personal data, so this data set is not published.' },
  unasked: { id: 'Belum ditanyakan pada langkah 10.', en: 'It was not asked in step 10.' },
};
type Order = SubmissionContext<'perintah-publikasi'>;

/** Step 14: licence, release date and access class of what is published, or why it is not. */
@Handlers()
export class OrderForms {
  constructor(
    private readonly analyses: AnalysisService,
    private readonly answers: AnalysisAnswers,
    private readonly publications: PublicationService,
    private readonly lifecycle: DatasetLifecycle,
    private readonly database: Transactions,
    private readonly cases: Cases,
    private readonly audit: AuditLog,
    private readonly elsewhere: SameElsewhere,
  ) {}

  /** What a large table hides is worked out by now: within the submission's transaction all others' writing would wait for it, and it perhaps for theirs. */
  @FormData(FORM)
  async order(form: FormContext) {
    const analysis = await this.analyses.of(datasetOf(form));
    const { personal, hindered, hidden } = await this.publications.foreseen(analysis);
    const { dataset } = analysis;
    const { language } = form.user;
    const { listed, isShown } = await this.elsewhere.foreseen(analysis, hidden, language);
    return {
      lisensi: dataset.licence ?? DEFAULT_LICENCE, tanggalRilis: form.variables['tanggalRilis'] ?? null, akibatKelas: classEffects(dataset, language, hindered || isShown), kolomSama: listed, kelasAkses: dataset.riskClass,
      ...personalInForm(personal, language), jawabanAnalisis: personal.length > 0 ? SAID[await this.answers.saidPersonal(form) ? 'personal' : 'unasked'][language] : '',
    };
  }

  /** An office's own form may be older than the decision: then it can only order. */
  @OnSubmission(FORM)
  async decide(submission: Order): Promise<ProcessVariables> {
    return submission.data.keputusanPublikasi === 'tidak' ? this.withhold(submission) : this.schedule(submission);
  }

  private async withhold(submission: Order): Promise<ProcessVariables> {
    const id = datasetOf(submission);
    const { caseId, data } = submission;
    const reason = data.alasanTidakDipublikasikan?.trim();
    if (!reason) reject('alasanTidakDipublikasikan', 'Tulis mengapa dataset ini tidak dipublikasikan.', 'Write why this data set is not published.');
    // Where the office's own diagram leads on to the release whatever was decided, the case would end in a failure.
    if (!(await this.cases.resources(caseId)).some(({ path, content }) => path.endsWith('.bpmn') && content.includes(DECISION))) {
      reject(DECISION, 'Diagram proses ini belum memiliki jalan bagi dataset yang tidak dipublikasikan. Minta administrator menambahkan cabang "Tidak" setelah langkah 14 pada diagram, lalu memindahkan proses ini ke versi itu.', 'The diagram of this process has no way for a data set that is not published. Ask an administrator to add a branch “No” after step 14 of the diagram, and to move this process to that version.');
    }
    await this.database.tx(async (db) => {
      const dataset = await db.findOneByOrFail(DatasetEntity, { id });
      const [before, after] = [dataset.riskClass, listedClass(dataset)];
      // What an order before this one opened is as the data list has it again.
      await db.update(DatasetEntity, { id }, { releaseDate: null, riskClass: after });
      await this.lifecycle.move(db, id, 'withheld', { at: FORM, reason });
      if (after !== before) await this.audit.write({ action: 'dataset.class-changed', caseId, subject: id, detail: { before, after, reason: null } });
      await this.audit.write({ action: 'dataset.withheld', caseId, subject: id, detail: { reason } });
    });
    return {};
  }

  /** Refused here, with a sentence, what step 15 could not publish. */
  private async schedule(submission: Order): Promise<ProcessVariables> {
    const id = datasetOf(submission);
    const { caseId } = submission;
    const { tanggalRilis, lisensi: licence } = submission.data;
    if (!tanggalRilis) reject('tanggalRilis', 'Isi tanggal rilis.', 'Fill in the release date.');
    const releaseDate = new Date(tanggalRilis);
    refuseTooFar('tanggalRilis', releaseDate, submission.at);
    const analysis = await this.analyses.of(id);
    const { title, variables } = analysis.dataset;
    const labels = await this.labels(caseId);
    const { riskClass, change } = classOrdered(submission.data, analysis.dataset);
    if (change) requireReason(change, title, labels);
    const { personal, before } = await this.refuseWhatCannotBePublished(labels, 'kelasAkses', async () => {
      const found = await this.publications.orderable({ ...analysis, dataset: { ...analysis.dataset, riskClass } });
      await this.elsewhere.refuse(analysis, found.hidden);
      return found;
    });
    const why = await this.refuseWhatCannotBePublished(labels, labels.id.has(NOT_PERSONAL) ? NOT_PERSONAL : 'kelasAkses', async () => requireNotPersonal(personal, title, submission.data.alasanBukanPribadi, labels));
    await this.database.tx(async (db) => {
      await db.update(DatasetEntity, { id }, { releaseDate, riskClass, ...(licence && { licence }), ...(why && { variables: withNotPersonal(variables, personal, why) }) });
      await this.lifecycle.move(db, id, 'scheduled', { at: FORM, reason: change && classChanged(change), anew: true });
      if (riskClass !== analysis.dataset.riskClass) await this.audit.write({ action: 'dataset.class-changed', caseId, subject: id, detail: { before: analysis.dataset.riskClass, after: riskClass, reason: change?.why ?? null } });
      if (why) await this.audit.write({ action: 'dataset.not-personal', caseId, subject: id, detail: { columns: personal.map(({ name }) => name), reason: why } });
    });
    if (before) submission.tell(before);
    return { tanggalRilis: releaseDate };
  }

  /** What the fields are called in the version on which the case runs. */
  private async labels(caseId: string): Promise<OrderLabels> {
    const resources = await this.cases.resources(caseId);
    return { id: formLabels(resources, FORM), en: formLabels(resources, FORM, 'en') };
  }

  /** With the way out, where the case's form has it. */
  private async refuseWhatCannotBePublished<T>(labels: OrderLabels, path: string, check: () => Promise<T>): Promise<T> {
    try {
      return await check();
    } catch (error) {
      if (!(error instanceof NotPublishable)) throw error;
      const { id, en } = error.text;
      throw new SubmissionRejected([{ path, message: labels.id.has(DECISION) ? { id: `${id} ${WAY_OUT.id}`, en: `${en} ${WAY_OUT.en}` } : error.text }]);
    }
  }
}
