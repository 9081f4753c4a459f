import { Handlers, LetterValues, Transactions, type LetterAnswer, type LetterQuestion } from 'tertib';
import { In, IsNull, Not } from 'typeorm';
import { AnalysisDesk } from '../analysis/analysis-desk.service.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DeliveryEntity } from '../deliveries/delivery.entity.js';
import { BoardReportService } from '../board/board-report.service.js';
import { ReceiptData } from '../deliveries/receipt-data.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { RequestEntity } from '../requests/request.entity.js';
import { LetterData } from './letter-data.js';
import { ACTIVITY_SHEET, INDICATOR_SHEET, VARIABLE_SHEET } from './sheet-examples.js';
import { BOARD_REPORT, CHECK_REPORT, OF_CASE, OF_DATASET, OF_PRODUCER, RECEIPT, REPORT, SHEET } from './letter-examples.js';
import { LETTER_NAMES as names } from './letter-names.js';
import { SheetData } from '../sheet/sheet-data.js';
import { subjectOf } from './letter-subjects.js';

/** What letters would get in a case as it stands; of several producers or data sets, the one that came last. */
@Handlers()
export class LetterValuesOfCases {
  constructor(
    private readonly database: Transactions,
    private readonly data: LetterData,
    private readonly desk: AnalysisDesk,
    private readonly receipts: ReceiptData,
    private readonly reports: BoardReportService,
    private readonly sheets: SheetData,
  ) {}

  @LetterValues(['surat-tugas', 'surat-permintaan-bps'], { topics: ['document.render'], example: OF_CASE, names })
  async general({ caseId, letter }: LetterQuestion): Promise<LetterAnswer | null> {
    const period = await this.period(caseId);
    return period && { values: await this.data.ofCase(caseId), subject: subjectOf(letter) };
  }

  /** A letter that an administrator has added: about the case, or about a data set where its step names one. */
  @LetterValues('*', { topics: ['document.render'], example: { ...OF_DATASET, ...OF_CASE }, names })
  async added(question: LetterQuestion): Promise<LetterAnswer | null> {
    return (await this.result(question)) ?? this.general(question);
  }

  @LetterValues('surat-hasil-analisis', { topics: ['document.render'], example: OF_DATASET, names })
  async result({ caseId, letter }: LetterQuestion): Promise<LetterAnswer | null> {
    const dataset = await this.analysed(caseId);
    return dataset && { values: await this.data.ofDataset(caseId, dataset.id), subject: `${subjectOf(letter)}: ${dataset.title}` };
  }

  @LetterValues('laporan-analisis', { topics: ['data.analyse'], example: REPORT, names })
  async report({ caseId }: LetterQuestion): Promise<LetterAnswer | null> {
    const dataset = await this.analysed(caseId);
    return dataset && { values: (await this.data.report(await this.desk.of(dataset))).data, subject: `Laporan analisis: ${dataset.title}` };
  }

  /** No step draws it: the board does, when somebody presses the button. */
  @LetterValues('laporan-papan', { topics: [], example: BOARD_REPORT, names })
  async board({ caseId }: LetterQuestion): Promise<LetterAnswer | null> {
    return (await this.period(caseId)) && this.reports.of(caseId);
  }

  /** No step draws it and no case has it: the page *Metadata* prints it. */
  @LetterValues('lembar-ms-keg', { topics: [], example: ACTIVITY_SHEET, names })
  activitySheet(): Promise<LetterAnswer | null> {
    return Promise.resolve(null);
  }

  /** Likewise. */
  @LetterValues('lembar-ms-var', { topics: [], example: VARIABLE_SHEET, names })
  variableSheet(): Promise<LetterAnswer | null> {
    return Promise.resolve(null);
  }

  /** Likewise. */
  @LetterValues('lembar-ms-ind', { topics: [], example: INDICATOR_SHEET, names })
  indicatorSheet(): Promise<LetterAnswer | null> {
    return Promise.resolve(null);
  }

  /** No step draws it and no case has it: whoever looks at the findings of a delivery does. */
  @LetterValues(['laporan-pemeriksaan', 'laporan-pemeriksaan-en'], { topics: [], example: CHECK_REPORT, names })
  check(): Promise<LetterAnswer | null> {
    return Promise.resolve(null);
  }

  @LetterValues('surat-permintaan-produsen', { topics: ['request.prepare', 'request.dispatch'], example: OF_PRODUCER, names })
  async request({ caseId, letter }: LetterQuestion): Promise<LetterAnswer | null> {
    const [period, request] = await Promise.all([this.period(caseId), this.database.read.findOne(RequestEntity, { where: { periodId: caseId }, order: { officeCode: 'ASC' } })]);
    return period && request && { values: await this.data.ofProducer(period, request.officeId, request.deadline), subject: subjectOf(letter) };
  }

  @LetterValues('tanda-terima', { topics: ['submission.register'], example: RECEIPT, names })
  async receipt({ caseId, letter }: LetterQuestion): Promise<LetterAnswer | null> {
    const requests = await this.database.read.findBy(RequestEntity, { periodId: caseId });
    for (const request of requests) {
      const given = await this.database.read.find(DeliveryEntity, { where: { requestId: request.id, receiptNumber: Not(IsNull()) }, order: { id: 'ASC' } });
      const number = given.at(-1)?.receiptNumber;
      if (number) return { values: await this.receipts.of(request, given.filter(({ receiptNumber }) => receiptNumber === number).map(({ id }) => id), number), subject: subjectOf(letter) };
    }
    return null;
  }

  /** No step draws it: the producer does, when he prints it for his leader. */
  @LetterValues('lembar-validasi', { topics: [], example: SHEET, names })
  async sheet({ caseId, letter }: LetterQuestion): Promise<LetterAnswer | null> {
    const draft = await this.database.read.findOne(DeliveryEntity, { where: { requestId: In((await this.database.read.findBy(RequestEntity, { periodId: caseId })).map(({ id }) => id)), status: 'draft' }, order: { id: 'ASC' } });
    const request = draft && (await this.database.read.findOneBy(RequestEntity, { id: draft.requestId }));
    return request && { values: await this.sheets.of(request, await this.database.read.findBy(DeliveryEntity, { requestId: request.id, status: 'draft' })), subject: subjectOf(letter) };
  }

  private period(caseId: string): Promise<PeriodEntity | null> {
    return this.database.read.findOneBy(PeriodEntity, { id: caseId });
  }

  private async analysed(caseId: string): Promise<DatasetEntity | null> {
    const datasets = await this.database.read.find(DatasetEntity, { where: { periodId: caseId, deliveryId: Not(IsNull()) }, order: { position: 'ASC' } });
    return datasets.find(({ state }) => ANALYSED.has(state)) ?? null;
  }
}

/** Before that nobody has vouched for the numbers. */
const ANALYSED = new Set(['complete', 'analysed', 'sent_to_bps', 'eligible', 'scheduled', 'published', 'rejected', 'withheld', 'archived']);
