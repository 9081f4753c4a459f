import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Asker, Cases, Letters, type Letter, type TaskContext } from 'tertib';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { LetterData } from '../letters/letter-data.js';
import { AnalysisDesk, type AskedDataset } from './analysis-desk.service.js';

type Running = Pick<TaskContext, 'caseId'> & { readonly processInstanceId: string | null };
/** What staff wrote, under the id of what they sent. */
interface Written {
  readonly id: string;
  readonly text: string;
}
const TEMPLATE = 'laporan-analisis';

/** Draws the report of an analysis: when it is computed, when staff have written, and before it leaves. The same figures and words are drawn once. */
@Injectable()
export class AnalysisReports {
  constructor(
    private readonly desk: AnalysisDesk,
    private readonly letters: Letters,
    private readonly data: LetterData,
    private readonly cases: Cases,
    private readonly asker: Asker,
  ) {}

  async drawNow(datasetId: string, task: Running): Promise<Letter> {
    return this.draw(await this.desk.of(datasetId), task);
  }

  async draw(asked: AskedDataset, { caseId, processInstanceId }: Running, now?: Written): Promise<Letter> {
    const { dataset } = asked.given;
    const written = now ?? (await this.written(caseId, processInstanceId));
    const { hash, data } = await this.data.report(asked, written?.text);
    // What earlier periods, boundaries and words make of it is part of what it is; the same words sent again are a newer report.
    const content = createHash('sha256').update(JSON.stringify([hash, data, written?.id])).digest('hex');
    return this.letters.render({ key: `laporan-analisis:${dataset.id}:${content}`, caseId, template: TEMPLATE, subject: `Laporan analisis: ${dataset.title}`, about: dataset.id, numbered: false, ...(processInstanceId && { processInstanceId }), data });
  }

  /** The newest report's file; it holds no producer's letter, so that none is told of it. */
  async newest({ id, periodId }: DatasetEntity): Promise<string | null> {
    if (this.asker.required().officeKind === 'produsen') return null;
    return (await this.letters.ofCase(periodId, { template: TEMPLATE, about: id })).at(-1)?.file.id ?? null;
  }

  /** What was written last in this data set's own process. */
  private async written(caseId: string, processInstanceId: string | null): Promise<Written | undefined> {
    const last = (await this.cases.submissions(caseId, ['analisis'], { processInstanceId, newest: 1 })).at(-1);
    return last && { id: last.id, text: String(last.data['uraian'] ?? '') };
  }
}
