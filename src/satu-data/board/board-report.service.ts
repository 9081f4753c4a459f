import { Injectable } from '@nestjs/common';
import { Cases, Letters } from 'tertib';
import { DatasetAccess } from '../datasets/dataset-access.js';
import { requireTemplate } from '../shared/letter-template.js';
import { BoardReader } from './board-data.js';
import { BoardSummaryService } from './board-summary.service.js';
import { reportValues } from './report-values.js';

export const REPORT_LETTER = 'laporan-papan';

/** The report for the head of the office, drawn as the case's other letters are, and kept with them. */
@Injectable()
export class BoardReportService {
  constructor(
    private readonly reader: BoardReader,
    private readonly summaries: BoardSummaryService,
    private readonly letters: Letters,
    private readonly cases: Cases,
    private readonly access: DatasetAccess,
  ) {}

  /** Pressed twice within a minute it is one report. Answers the letter's id. */
  async make(caseId: string): Promise<string> {
    if ((await this.access.boardBoundTo()) !== null) return this.access.refuse(caseId, caseId);
    const { subject, values, minute } = await this.of(caseId);
    await requireTemplate(this.cases, caseId, REPORT_LETTER);
    const letter = await this.letters.render({ key: `${REPORT_LETTER}:${caseId}:${minute}`, caseId, template: REPORT_LETTER, subject, data: values, numbered: false, about: REPORT_LETTER });
    return letter.id;
  }

  async of(caseId: string): Promise<{ subject: string; values: ReturnType<typeof reportValues>; minute: string }> {
    const data = await this.reader.of(caseId);
    const values = reportValues(await this.summaries.from(data), data);
    return { values, subject: `Laporan pengumpulan data: ${data.period.title}`, minute: data.now.toISOString().slice(0, 16) };
  }
}
