import { AuditLog, Cases, FormData, Handlers, OnSubmission, SubmissionRejected, Transactions, type FormContext, type ProcessVariables, type SubmissionContext } from 'tertib';
import { datasetOf } from '../analysis/analysis-answers.service.js';
import { AnalysisService } from '../analysis/analysis.service.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DatasetLifecycle } from '../datasets/dataset-lifecycle.js';
import { classChanged } from '../datasets/state-reasons.js';
import { formLabels } from '../review/form-labels.js';
import { classChange, requireReason, type OrderLabels } from './class-change.js';
import { classEffects } from './class-effects.js';
import { DEFAULT_LICENCE } from './licences.js';
import { NotPublishable } from './not-publishable.js';
import { PublicationService } from './publication.service.js';

const FORM = 'perintah-publikasi';

/** Form of step 14: licence, release date and access class. */
@Handlers()
export class OrderForms {
  constructor(
    private readonly analyses: AnalysisService,
    private readonly publications: PublicationService,
    private readonly lifecycle: DatasetLifecycle,
    private readonly database: Transactions,
    private readonly cases: Cases,
    private readonly audit: AuditLog,
  ) {}

  /** What a large table hides is worked out by now: within the submission's transaction all others' writing would wait for it, and it perhaps for theirs. */
  @FormData(FORM)
  async order(form: FormContext) {
    const analysis = await this.analyses.of(datasetOf(form));
    await this.publications.visible(analysis);
    const { dataset } = analysis;
    return { lisensi: dataset.licence ?? DEFAULT_LICENCE, tanggalRilis: form.variables['tanggalRilis'] ?? null, akibatKelas: classEffects(dataset, form.user.language), kelasAkses: dataset.riskClass };
  }

  /** Refused here, with a sentence, what step 15 could not publish. */
  @OnSubmission(FORM)
  async schedule(submission: SubmissionContext<'perintah-publikasi'>): Promise<ProcessVariables> {
    const id = datasetOf(submission);
    const { caseId } = submission;
    const { tanggalRilis, lisensi: licence } = submission.data;
    const releaseDate = new Date(tanggalRilis);
    const analysis = await this.analyses.of(id);
    const change = classChange(submission.data, analysis.dataset);
    if (change) requireReason(change, analysis.dataset.title, await this.labels(caseId));
    const riskClass = change?.after ?? analysis.dataset.riskClass;
    await this.refuseWhatCannotBePublished(() => this.publications.publishable({ ...analysis, dataset: { ...analysis.dataset, riskClass } }));
    await this.database.tx(async (db) => {
      await db.update(DatasetEntity, { id }, { licence, releaseDate, riskClass });
      await this.lifecycle.move(db, id, 'scheduled', { at: FORM, reason: change && classChanged(change) });
      if (change) await this.audit.write({ action: 'dataset.class-changed', caseId, subject: id, detail: { before: change.before, after: change.after, reason: change.why } });
    });
    return { tanggalRilis: releaseDate };
  }

  /** What the fields are called in the version on which the case runs. */
  private async labels(caseId: string): Promise<OrderLabels> {
    const resources = await this.cases.resources(caseId);
    return { id: formLabels(resources, FORM), en: formLabels(resources, FORM, 'en') };
  }

  private async refuseWhatCannotBePublished(check: () => Promise<unknown>): Promise<void> {
    try {
      await check();
    } catch (error) {
      if (!(error instanceof NotPublishable)) throw error;
      throw new SubmissionRejected([{ path: 'kelasAkses', message: error.text }]);
    }
  }
}
