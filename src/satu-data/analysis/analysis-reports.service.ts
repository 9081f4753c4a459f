import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Cases, Letters, type Letter, type SubmissionRecord, type TaskContext } from 'tertib';
import { LetterData } from '../letters/letter-data.js';
import { AnalysisDesk, type AskedDataset } from './analysis-desk.service.js';

type Running = Pick<TaskContext, 'caseId' | 'processInstanceId'>;

/** Draws the report of an analysis: when it is computed, and again with what staff wrote. The same figures and words are drawn once. */
@Injectable()
export class AnalysisReports {
  constructor(
    private readonly desk: AnalysisDesk,
    private readonly letters: Letters,
    private readonly data: LetterData,
    private readonly cases: Cases,
  ) {}

  async drawNow(datasetId: string, task: Running): Promise<Letter> {
    return this.draw(await this.desk.of(datasetId), task);
  }

  async draw(asked: AskedDataset, { caseId, processInstanceId }: Running): Promise<Letter> {
    const { dataset } = asked.given;
    const written = await this.written(caseId, processInstanceId);
    const { hash, data } = await this.data.report(asked, String(written?.data['uraian'] ?? ''));
    // What earlier periods, boundaries and words make of it is part of what it is; the same words sent again are a newer report.
    const content = createHash('sha256').update(JSON.stringify([hash, data, written?.id])).digest('hex');
    return this.letters.render({ key: `laporan-analisis:${dataset.id}:${content}`, caseId, template: 'laporan-analisis', subject: `Laporan analisis: ${dataset.title}`, about: dataset.id, numbered: false, processInstanceId, data });
  }

  /** What was written last in this data set's own process. */
  private async written(caseId: string, processInstanceId: string): Promise<SubmissionRecord | undefined> {
    return (await this.cases.submissions(caseId, ['analisis'])).findLast((one) => one.processInstanceId === processInstanceId);
  }
}
