import { AuditLog, Cases, FormData, Handlers, Letters, OnSubmission, Transactions, type FormContext, type SubmissionContext, type SubmissionData } from 'tertib';
import { AnalysisAnswers, datasetOf } from '../analysis/analysis-answers.service.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DatasetLifecycle } from '../datasets/dataset-lifecycle.js';
import type { DatasetState } from '../datasets/dataset.states.js';
import { WrittenAnswers } from '../letters/written-answers.service.js';
import { requireWritten } from '../shared/on-behalf.js';
import { reject, rejectAll } from '../shared/reject.js';
import { checklistIn, ratingProblems, ratingsIn } from './assessment.js';
import { formLabels } from './form-labels.js';
import { DIMENSION_KEYS, DIMENSIONS } from './quality-dimensions.js';
import { QualityFactsService } from './quality-facts.service.js';
import { AssessmentEntity } from './review.entities.js';

const FORM = 'kelayakan';
/** Where BPS's decision leads. */
const AFTER: Readonly<Record<SubmissionData<'kelayakan'>['hasilKelayakan'], DatasetState>> = { layak: 'eligible', perlu_perbaikan: 'analysed', tidak_layak: 'rejected' };

/** Step 13: BPS judges a data set by the dimensions of quality, beside what the application measured, and decides for this one alone. */
@Handlers()
export class EligibilityForms {
  constructor(
    private readonly answers: AnalysisAnswers,
    private readonly facts: QualityFactsService,
    private readonly lifecycle: DatasetLifecycle,
    private readonly letters: Letters,
    private readonly cases: Cases,
    private readonly database: Transactions,
    private readonly audit: AuditLog,
    private readonly written: WrittenAnswers,
  ) {}

  @FormData(FORM)
  async eligibility(form: FormContext) {
    const id = datasetOf(form);
    const [surat, judged, facts] = await Promise.all([
      // BPS is shown what went to it, no drafts of it.
      this.letters.ofCase(form.caseId, { about: id, ...(form.user.officeKind === 'bps' && { officeId: form.user.officeId ?? '-' }) }), this.answers.toJudge(form), this.facts.of(await this.database.read.findOneByOrFail(DatasetEntity, { id })),
    ]);
    const { language } = form.user;
    const measured = DIMENSION_KEYS.map((key) => [`fakta${DIMENSIONS[key].part}`, facts[key].map(({ label, value }) => ({ ukuran: label[language], hasil: value[language] }))]);
    return { surat, ...judged, ...Object.fromEntries(measured) as Record<string, object[]> };
  }

  @OnSubmission(FORM)
  async decide(submission: SubmissionContext<'kelayakan'>): Promise<void> {
    requireWritten(submission, 'bps', 'caraJawaban', 'tertulis');
    const datasetId = datasetOf(submission);
    const { submissionId: id, caseId: periodId, user, at, data } = submission;
    const { hasilKelayakan: decision, catatan, nomorSurat } = data;
    const target = AFTER[decision];
    // An administrator may have given the form a further choice.
    if (!target) reject('hasilKelayakan', 'Pilih salah satu keputusan.', 'Choose one of the decisions.');
    const ratings = ratingsIn(data);
    rejectAll(ratingProblems(ratings));
    const resources = await this.cases.resources(periodId);
    const checklist = checklistIn(data, formLabels(resources, FORM), formLabels(resources, FORM, 'en'));
    await this.database.tx(async (db) => {
      await this.lifecycle.move(db, datasetId, target, { at: FORM, reason: catatan ?? null });
      await this.written.keep(submission);
      await db.insert(AssessmentEntity, { id, periodId, datasetId, decision, reason: catatan ?? null, letterNumber: nomorSurat ?? null, ratings, checklist, userId: user.id, userName: user.name, at });
      await this.audit.write({ action: 'dataset.assessed', caseId: periodId, subject: datasetId, detail: { decision, ratings: Object.fromEntries(ratings.map(({ dimension, rating }) => [dimension, rating])) } });
    });
  }
}
