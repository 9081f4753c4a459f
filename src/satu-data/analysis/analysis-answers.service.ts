import { Injectable } from '@nestjs/common';
import { Cases, type FormContext, type SubmissionRecord } from 'tertib';
import { formatDecimal } from '../portal/number-format.js';
import { REGIONS } from '../reference/index.js';
import { AnalysisService, type DatasetAnalysis } from './analysis.service.js';
import type { Where } from './cube.js';
import { DatasetFiguresService, type DatasetFigures } from './dataset-figures.service.js';
import { isIncomplete } from './figures.js';
import { queryText } from './query.js';

export interface ResultRow {
  readonly indikator: string;
  readonly wilayah: string;
  readonly periode: string;
  readonly nilai: string;
  readonly satuan: string;
  /** Where the figure comes from. */
  readonly asal: { readonly teks: string; readonly tautan: string };
}

/** What forms show of a data set: what was computed, and what people wrote in its own process. */
@Injectable()
export class AnalysisAnswers {
  constructor(
    private readonly analyses: AnalysisService,
    private readonly figures: DatasetFiguresService,
    private readonly cases: Cases,
  ) {}

  async results(datasetId: string): Promise<ResultRow[]> {
    const analysis = await this.analyses.of(datasetId);
    return resultRows(analysis, await this.figures.of(analysis.dataset));
  }

  async description(form: FormContext): Promise<string> {
    const written = (await this.ofDataset(form, ['analisis'])).at(-1);
    return String(written?.data['uraian'] ?? '');
  }

  /** What was submitted in this data set's own process instance. */
  async ofDataset(form: FormContext, formKeys: readonly string[]): Promise<SubmissionRecord[]> {
    return (await this.cases.submissions(form.caseId, formKeys)).filter(({ processInstanceId }) => processInstanceId === form.processInstanceId);
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
