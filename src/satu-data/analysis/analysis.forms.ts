import { FormData, Handlers, OnSubmission, Transactions, type FormContext, type SubmissionContext, type Text } from 'tertib';
import { IsNull } from 'typeorm';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { personalInForm } from '../disclosure/personal-columns.js';
import { TableCommentEntity } from '../review/review.entities.js';
import { rejectAll } from '../shared/reject.js';
import { AnalysisAnswers, datasetOf } from './analysis-answers.service.js';
import { AnalysisDesk, type AskedDataset } from './analysis-desk.service.js';
import { AnalysisReports } from './analysis-reports.service.js';

const WHOLE_TABLE: Text = { id: 'Seluruh tabel', en: 'The whole table' };

/** Forms of steps 10 and 11: what was computed, and what was said of it. */
@Handlers()
export class AnalysisForms {
  constructor(
    private readonly answers: AnalysisAnswers,
    private readonly desk: AnalysisDesk,
    private readonly reports: AnalysisReports,
    private readonly database: Transactions,
  ) {}

  @FormData('analisis')
  async analysis(form: FormContext) {
    return { hasil: await this.answers.results(datasetOf(form)), perbaikan: await this.requestedCorrections(form), uraian: await this.answers.description(form), ...(await this.personal(form)) };
  }

  /** What staff write may name figures; one that leads to nothing is told, with what was probably meant. Whoever examines it has the report with these words. */
  @OnSubmission('analisis')
  async written(submission: SubmissionContext<'analisis'>): Promise<void> {
    const [asked, text] = [await this.desk.of(datasetOf(submission)), String(submission.data.uraian ?? '')];
    const problems = await asked.ask('problems', text);
    rejectAll(problems.map((message) => ({ path: 'uraian', message })));
    await this.judgePersonal(asked, submission.data);
    await this.database.tx((db) => db.update(DatasetEntity, { id: datasetOf(submission), state: 'analysed' }, { analysisHandedOnAt: submission.at, openForm: null, openSince: null }));
    // Nobody else's writing waits for the drawing; if it fails, the report is drawn before it leaves.
    this.database.afterCommit(async () => void (await this.reports.draw(asked, submission, { id: submission.submissionId, text })));
  }

  @FormData('pemeriksaan-analisis')
  async examination(form: FormContext) {
    return this.answers.toJudge(form);
  }

  /** Columns that seem to be about persons are told here, while something can still be done: with one of them nothing is published. Of a closed data set too: step 14 can open it. */
  private async personal(form: FormContext) {
    const asked = await this.desk.of(datasetOf(form));
    const found = await asked.ask('personal', null);
    const reason = asked.given.dataset.variables.find(({ name, notPersonal }) => notPersonal && found.some((one) => one.name === name))?.notPersonal;
    return { ...personalInForm(found, form.user.language), ...(reason && { dataPribadi: 'bukan', alasanBukanPribadi: reason }) };
  }

  /** A reason that was given before, and is not given again, holds no longer. */
  private async judgePersonal(asked: AskedDataset, { dataPribadi, alasanBukanPribadi }: SubmissionContext<'analisis'>['data']): Promise<void> {
    const { dataset } = asked.given;
    const reason = dataPribadi === 'bukan' ? alasanBukanPribadi?.trim() : undefined;
    if (!reason && !dataset.variables.some(({ notPersonal }) => notPersonal)) return;
    const found = reason ? await asked.ask('personal', null) : [];
    const variables = dataset.variables.map(({ notPersonal: _, ...one }) => (reason && found.some(({ name }) => name === one.name) ? { ...one, notPersonal: reason } : one));
    await this.database.tx((db) => db.update(DatasetEntity, { id: dataset.id }, { variables }));
  }

  /** What sent the data set back, and the comments on its table that nobody has ticked off. */
  private async requestedCorrections(form: FormContext): Promise<{ dari: string; catatan: string }[]> {
    const sent = (await this.answers.ofDataset(form, ['pemeriksaan-analisis', 'kelayakan'])).filter(({ data }) => data['hasilAnalisis'] === 'perbaiki' || data['hasilKelayakan'] === 'perlu_perbaikan');
    const comments = await this.database.read.find(TableCommentEntity, { where: { datasetId: datasetOf(form), doneAt: IsNull() }, order: { at: 'ASC', id: 'ASC' } });
    const place = ({ placeName, column, comment }: TableCommentEntity) => `${[placeName, column].filter(Boolean).join(', ') || WHOLE_TABLE[form.user.language]}: ${comment}`;
    return [...sent.map(({ userName, data }) => ({ dari: userName, catatan: String(data['catatan'] ?? '') })), ...comments.map((one) => ({ dari: `${one.source}, ${one.userName}`, catatan: place(one) }))];
  }
}
