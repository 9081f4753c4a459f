import { FormData, Handlers, OnSubmission, SubmissionRejected, Transactions, type FormContext, type ProcessVariables, type SubmissionContext } from 'tertib';
import { AnalysisService } from '../analysis/analysis.service.js';
import { datasetOf } from '../analysis/analysis-answers.service.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DatasetLifecycle } from '../datasets/dataset-lifecycle.js';
import { formatDecimal } from '../portal/number-format.js';
import { DEFAULT_LICENCE } from './licences.js';
import { NotPublishable } from './not-publishable.js';
import { PublicationService } from './publication.service.js';

const WORDS = {
  id: { title: 'Judul', producer: 'Produsen data', definition: 'Definisi', unit: 'Satuan', licence: 'Lisensi', rows: 'Jumlah baris', hidden: 'Sel yang disamarkan', columns: 'Kolom', address: 'Alamat' },
  en: { title: 'Title', producer: 'Data producer', definition: 'Definition', unit: 'Unit', licence: 'Licence', rows: 'Number of rows', hidden: 'Hidden cells', columns: 'Columns', address: 'Address' },
} as const;

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
    const { language } = form.user;
    const words = WORDS[language];
    const analysis = await this.analyses.of(datasetOf(form));
    const { dataset, officeName } = analysis;
    const { columns, hiddenCount } = await this.publications.visible(analysis);
    const shown: [string, string][] = [
      [words.title, dataset.title],
      [words.producer, officeName],
      [words.definition, dataset.definition],
      [words.unit, dataset.unit],
      [words.licence, dataset.licence ?? DEFAULT_LICENCE],
      [words.rows, formatDecimal(String(analysis.rowCount), language)],
      [words.hidden, formatDecimal(String(hiddenCount), language)],
      [words.columns, columns.map(({ title }) => title).join(', ')],
      [words.address, `/dataset/${dataset.slug}`],
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
