import { PassThrough, type Readable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Offices, Problem, Settings, Transactions } from 'tertib';
import { In, MoreThan } from 'typeorm';
import { DatasetAccess } from '../datasets/dataset-access.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DeliveryEntity } from '../deliveries/delivery.entity.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { RequestEntity } from '../requests/request.entity.js';
import { officeTime } from '../shared/office-time.js';
import { CELL } from './board-views.js';
import { REGISTER_COLUMNS, type RegisterRow } from './register-columns.js';

/** Between two batches others get their turn, and the workbook is written out: a large period holds up nobody. */
const BATCH = 400;

/** The buku register of a period as a workbook that prints as one: a row for each data set, landscape, its head on every page. */
@Injectable()
export class RegisterService {
  private readonly logger = new Logger(RegisterService.name);

  constructor(
    private readonly database: Transactions,
    private readonly offices: Offices,
    private readonly settings: Settings,
    private readonly access: DatasetAccess,
  ) {}

  async of(caseId: string): Promise<Readable> {
    if ((await this.access.boardBoundTo()) !== null) return this.access.refuse(caseId, caseId);
    const period = await this.database.read.findOneBy(PeriodEntity, { id: caseId });
    if (!period) throw Problem.notFound();
    const out = new PassThrough();
    void this.write(period, out).catch((error: unknown) => {
      this.logger.error(error);
      out.destroy(error instanceof Error ? error : new Error(String(error)));
    });
    return out;
  }

  private async write(period: PeriodEntity, out: PassThrough): Promise<void> {
    const { default: ExcelJS } = await import('@protobi/exceljs');
    const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true });
    const sheet = book.addWorksheet('Buku register', {
      views: [{ state: 'frozen', ySplit: 1 }],
      pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1' },
      headerFooter: { oddHeader: `&CBuku register: ${period.title.replaceAll('&', '&&')}`, oddFooter: '&RHalaman &P dari &N' },
    });
    sheet.columns = REGISTER_COLUMNS.map(({ title, width }) => ({ header: title, width }));
    sheet.getRow(1).font = { bold: true };
    const time = officeTime(await this.settings.get('timezone', 'Asia/Jakarta'));
    for await (const rows of this.rows(period.id)) {
      for (const row of rows) sheet.addRow(REGISTER_COLUMNS.map(({ value }) => value(row, time))).commit();
      await turn();
    }
    sheet.commit();
    await book.commit();
  }

  /** In the order of their ids, which is that of the list. */
  private async *rows(periodId: string): AsyncGenerator<RegisterRow[]> {
    const requests = new Map((await this.database.read.findBy(RequestEntity, { periodId })).map((one) => [one.officeId, one]));
    const names = new Map((await this.offices.all()).map(({ id, name }) => [id, name]));
    for (let [last, number] = ['', 0]; ; ) {
      const datasets = await this.database.read.find(DatasetEntity, { select: CELL, where: { periodId, id: MoreThan(last) }, order: { id: 'ASC' }, take: BATCH });
      const deliveries = await this.database.read.find(DeliveryEntity, { where: { datasetId: In(datasets.map(({ id }) => id)) }, order: { submittedAt: 'ASC', id: 'ASC' } });
      const newest = new Map(deliveries.map((one) => [one.datasetId, one]));
      yield datasets.map((dataset) => {
        const request = requests.get(dataset.officeId);
        return { number: ++number, producer: names.get(dataset.officeId) ?? request?.officeCode ?? '', dataset, request, delivery: newest.get(dataset.id) };
      });
      if (datasets.length < BATCH) return;
      last = datasets.at(-1)?.id ?? last;
    }
  }
}
