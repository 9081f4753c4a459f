import { FormData, Handlers, OnSubmission, SubmissionRejected, Transactions, type FormContext, type ProcessVariables, type SubmissionContext } from 'tertib';
import { AnalysisService } from '../analysis/analysis.service.js';
import { datasetOf } from '../analysis/analysis-answers.service.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DatasetLifecycle } from '../datasets/dataset-lifecycle.js';
import { DEFAULT_LICENCE } from './licences.js';
import { NotPublishable } from './not-publishable.js';
import { PublicationService } from './publication.service.js';

/** Forms of steps 14 and 15: licence, release date and access class; a look at the page before it is public. */
@Handlers()
export class PublicationForms {
  constructor(
    private readonly analyses: AnalysisService,
    private readonly publications: PublicationService,
    private readonly lifecycle: DatasetLifecycle,
    private readonly database: Transactions,
  ) {}

  /** What a large table hides is worked out by now: within the submission's transaction all others' writing would wait for it, and it perhaps for theirs. */
  @FormData('perintah-publikasi')
  async order(form: FormContext) {
    const analysis = await this.analyses.of(datasetOf(form));
    await this.publications.visible(analysis);
    const { dataset } = analysis;
    return { lisensi: dataset.licence ?? DEFAULT_LICENCE, tanggalRilis: form.variables['tanggalRilis'] ?? null, kelasAkses: dataset.riskClass };
  }

  /** Step 14. Refused here, with a sentence, what step 15 could not publish. */
  @OnSubmission('perintah-publikasi')
  async schedule(submission: SubmissionContext<'perintah-publikasi'>): Promise<ProcessVariables> {
    const id = datasetOf(submission);
    const { tanggalRilis, kelasAkses: riskClass, lisensi: licence } = submission.data;
    const releaseDate = new Date(tanggalRilis);
    const analysis = await this.analyses.of(id);
    await this.refuseWhatCannotBePublished(() => this.publications.publishable({ ...analysis, dataset: { ...analysis.dataset, riskClass } }));
    await this.database.tx(async (db) => {
      await db.update(DatasetEntity, { id }, { licence, releaseDate, riskClass });
      await this.lifecycle.move(db, id, 'scheduled', { at: 'perintah-publikasi' });
    });
    return { tanggalRilis: releaseDate };
  }

  @FormData('diseminasi')
  async preview(form: FormContext) {
    const analysis = await this.analyses.of(datasetOf(form));
    const { dataset, officeName } = analysis;
    const { columns, hiddenCount } = await this.publications.visible(analysis);
    const shown: [string, string][] = [
      ['Judul', dataset.title],
      ['Produsen data', officeName],
      ['Definisi', dataset.definition],
      ['Satuan', dataset.unit],
      ['Lisensi', dataset.licence ?? DEFAULT_LICENCE],
      ['Jumlah baris', String(analysis.rowCount)],
      ['Sel yang disamarkan', String(hiddenCount)],
      ['Kolom', columns.map(({ title }) => title).join(', ')],
      ['Alamat', `/dataset/${dataset.slug}`],
    ];
    return { pratinjau: shown.map(([isian, nilai]) => ({ isian, nilai })), ringkasanPublik: dataset.definition };
  }

  /** Step 15: the public summary is the data set's description from here on. */
  @OnSubmission('diseminasi')
  async describe(submission: SubmissionContext<'diseminasi'>): Promise<void> {
    await this.database.tx((db) => db.update(DatasetEntity, { id: datasetOf(submission) }, { definition: submission.data.ringkasanPublik }));
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
