import { FormData, Handlers, OnSubmission, Transactions, type FormContext, type SubmissionContext } from 'tertib';
import { AnalysisService } from '../analysis/analysis.service.js';
import { datasetOf } from '../analysis/analysis-answers.service.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { formatDecimal } from '../portal/number-format.js';
import { DEFAULT_LICENCE } from './licences.js';
import { PublicationService } from './publication.service.js';

const WORDS = {
  id: { title: 'Judul', producer: 'Produsen data', definition: 'Definisi', unit: 'Satuan', licence: 'Lisensi', rows: 'Jumlah baris', hidden: 'Sel yang disamarkan', columns: 'Kolom', untold: 'Indikator yang tidak dipublikasikan', address: 'Alamat' },
  en: { title: 'Title', producer: 'Data producer', definition: 'Definition', unit: 'Unit', licence: 'Licence', rows: 'Number of rows', hidden: 'Hidden cells', columns: 'Columns', untold: 'Indicators that are not published', address: 'Address' },
} as const;

/** Form of step 15: a look at the page before it is public. */
@Handlers()
export class PublicationForms {
  constructor(
    private readonly analyses: AnalysisService,
    private readonly publications: PublicationService,
    private readonly database: Transactions,
  ) {}

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
      ...(analysis.untold ?? []).map(({ title, why }): [string, string] => [words.untold, `${title}: ${why[language]}`]),
      [words.address, `/dataset/${dataset.slug}`],
    ];
    return { pratinjau: shown.map(([isian, nilai]) => ({ isian, nilai })), ringkasanPublik: dataset.definition };
  }

  /** The public summary is the data set's description from here on; where nothing is written, as for several data sets together, each keeps its own. */
  @OnSubmission('diseminasi')
  async describe(submission: SubmissionContext<'diseminasi'>): Promise<void> {
    const definition = submission.data.ringkasanPublik?.trim();
    if (definition) await this.database.tx((db) => db.update(DatasetEntity, { id: datasetOf(submission) }, { definition }));
  }
}
