import { Cases, FormData, Handlers, Letters, OnSubmission, SubmissionRejected, Transactions, type FormContext, type SubmissionContext, type SubmissionData } from 'tertib';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DatasetLifecycle } from '../datasets/dataset-lifecycle.js';
import type { DatasetState } from '../datasets/dataset.states.js';
import { formatDecimal } from '../portal/number-format.js';
import { REGIONS } from '../reference/index.js';
import { requireWritten } from '../shared/on-behalf.js';
import { rejectAll } from '../shared/reject.js';
import { AnalysisService, type DatasetAnalysis } from './analysis.service.js';
import type { Where } from './cube.js';
import { DatasetFiguresService, type DatasetFigures } from './dataset-figures.service.js';
import { isIncomplete } from './figures.js';
import { queryText } from './query.js';
import { textProblems } from './report-text.js';

interface ResultRow {
  readonly indikator: string;
  readonly wilayah: string;
  readonly periode: string;
  readonly nilai: string;
  readonly satuan: string;
  /** Where the figure comes from. */
  readonly asal: { readonly teks: string; readonly tautan: string };
}

/** Where BPS's decision leads. */
const AFTER: Readonly<Record<SubmissionData<'kelayakan'>['hasilKelayakan'], DatasetState>> = { layak: 'eligible', perlu_perbaikan: 'analysed', tidak_layak: 'rejected' };

/** Forms of steps 10, 11 and 13: what was computed, what was said of it, and where the data set goes. */
@Handlers()
export class AnalysisForms {
  constructor(
    private readonly analyses: AnalysisService,
    private readonly figures: DatasetFiguresService,
    private readonly lifecycle: DatasetLifecycle,
    private readonly letters: Letters,
    private readonly cases: Cases,
    private readonly database: Transactions,
  ) {}

  @FormData('analisis')
  async analysis(form: FormContext) {
    const dataset = datasetOf(form);
    return { hasil: await this.results(dataset), perbaikan: await this.requestedCorrections(form), uraian: await this.description(form) };
  }

  /** What staff write may name figures; one that leads to nothing is told, with what was probably meant. */
  @OnSubmission('analisis')
  async written(submission: SubmissionContext<'analisis'>): Promise<void> {
    const { figures } = await this.figures.of(await this.database.read.findOneByOrFail(DatasetEntity, { id: datasetOf(submission) }));
    rejectAll(textProblems(String(submission.data.uraian ?? ''), figures).map((message) => ({ path: 'uraian', message })));
  }

  @FormData('pemeriksaan-analisis')
  async examination(form: FormContext) {
    return { hasil: await this.results(datasetOf(form)), uraian: await this.description(form) };
  }

  @FormData('kelayakan')
  async eligibility(form: FormContext) {
    const dataset = datasetOf(form);
    const surat = await this.letters.ofCase(form.caseId, { about: dataset });
    return { surat, hasil: await this.results(dataset), uraian: await this.description(form) };
  }

  /** Step 13: BPS decides for this data set alone. */
  @OnSubmission('kelayakan')
  async decide(submission: SubmissionContext<'kelayakan'>): Promise<void> {
    requireWritten(submission, 'bps', 'caraJawaban', 'tertulis');
    const dataset = datasetOf(submission);
    const { hasilKelayakan, catatan } = submission.data;
    const target = AFTER[hasilKelayakan];
    // An administrator may have given the form a further choice.
    if (!target) throw new SubmissionRejected([{ path: 'hasilKelayakan', message: { id: 'Pilih salah satu keputusan.', en: 'Choose one of the decisions.' } }]);
    await this.database.tx((db) => this.lifecycle.move(db, dataset, target, { at: 'kelayakan', reason: catatan ?? null }));
  }

  private async results(datasetId: string): Promise<ResultRow[]> {
    const analysis = await this.analyses.of(datasetId);
    return resultRows(analysis, await this.figures.of(analysis.dataset));
  }

  private async requestedCorrections(form: FormContext): Promise<{ dari: string; catatan: string }[]> {
    const answers = (await this.ofDataset(form)).filter(({ data }) => data['hasilAnalisis'] === 'perbaiki' || data['hasilKelayakan'] === 'perlu_perbaikan');
    return answers.map(({ userName, data }) => ({ dari: userName, catatan: String(data['catatan'] ?? '') }));
  }

  private async description(form: FormContext): Promise<string> {
    const written = (await this.ofDataset(form)).findLast(({ formKey }) => formKey === 'analisis');
    return String(written?.data['uraian'] ?? '');
  }

  /** What was submitted in this data set's own process instance. */
  private async ofDataset(form: FormContext) {
    return (await this.cases.submissions(form.caseId)).filter(({ processInstanceId }) => processInstanceId === form.processInstanceId);
  }
}

/** The data set of an instance of `pengolahan-dataset`. */
export function datasetOf(form: FormContext): string {
  const { dataset } = form.variables;
  if (typeof dataset !== 'string') throw new Error(`The form "${form.formKey}" was opened outside of a data set's process`);
  return dataset;
}

const MOST_ROWS = 200;

/** Regions by their name, where the column holds codes. */
const placeOf = (value: string): string => REGIONS[value] ?? value;

/** Indicators of each region, then of the total of a period; numbers as officials write them. */
export function resultRows({ columns, dataset }: DatasetAnalysis, { figures }: DatasetFigures): ResultRow[] {
  const name = columns.find((column) => column.type === 'string' && !column.key)?.name ?? figures.cube.dimensions.find(({ role }) => role === 'region')?.name;
  const line = (where: Where, wilayah: string): ResultRow[] =>
    figures.columns.flatMap((column) => {
      const query = { column: column.name, operation: 'nilai', where } as const;
      const { value } = figures.of(query);
      const asal = { teks: 'Lihat', tautan: `/satu-data/analysis/${dataset.id}/${encodeURIComponent(queryText(query))}` };
      return value === null ? [] : [{ indikator: column.title, wilayah, periode: where[figures.period.name] ?? '', nilai: formatDecimal(value, 'id') + (isIncomplete(figures.of(query)) ? ' *' : ''), satuan: column.unit || dataset.unit, asal }];
    });
  const own = figures.cube.facts.filter(({ table }) => table === 0);
  const each = own.slice(0, MOST_ROWS).flatMap(({ at, values }) => line(at, placeOf((name && values[name]) ?? '')));
  return [...each.slice(0, MOST_ROWS), ...(own.length > 1 ? figures.periods.flatMap((period) => line({ [figures.period.name]: period }, 'Jumlah')) : [])];
}
