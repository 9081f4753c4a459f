import { Injectable } from '@nestjs/common';
import { Asker, Cases, type FormContext, type SubmissionRecord } from 'tertib';
import { AnalysisDesk } from './analysis-desk.service.js';
import type { ResultRow } from './result-rows.js';

/** What forms show of a data set: what was computed, and what people wrote in its own process. */
@Injectable()
export class AnalysisAnswers {
  constructor(
    private readonly desk: AnalysisDesk,
    private readonly cases: Cases,
    private readonly asker: Asker,
  ) {}

  async results(datasetId: string): Promise<ResultRow[]> {
    return (await this.desk.of(datasetId)).ask('results', this.asker.current()?.language ?? 'id');
  }

  /** For those who judge it: they read the figures, whoever writes it their references. The table is read once for both. */
  async toJudge(form: FormContext): Promise<{ hasil: ResultRow[]; uraian: string }> {
    const [asked, text] = await Promise.all([this.desk.of(datasetOf(form)), this.description(form)]);
    const [hasil, uraian] = await Promise.all([asked.ask('results', this.asker.current()?.language ?? 'id'), asked.ask('text', text)]);
    return { hasil, uraian };
  }

  /** As it was typed. */
  async description(form: FormContext): Promise<string> {
    const written = (await this.ofDataset(form, ['analisis'])).at(-1);
    return String(written?.data['uraian'] ?? '');
  }

  /** Whether staff said that columns which seem to hold personal data do. */
  async saidPersonal(form: FormContext): Promise<boolean> {
    return (await this.ofDataset(form, ['analisis'])).at(-1)?.data['dataPribadi'] === 'benar';
  }

  /** What was submitted in this data set's own process instance. */
  async ofDataset(form: FormContext, formKeys: readonly string[]): Promise<SubmissionRecord[]> {
    return this.cases.submissions(form.caseId, formKeys, { processInstanceId: form.processInstanceId });
  }
}

/** The data set of an instance of `pengolahan-dataset`. */
export function datasetOf(form: FormContext): string {
  const { dataset } = form.variables;
  if (typeof dataset !== 'string') throw new Error(`The form "${form.formKey}" was opened outside of a data set's process`);
  return dataset;
}
