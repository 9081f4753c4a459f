import { Controller, Get, Param, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Problem } from 'tertib';
import { DatasetAccess } from '../datasets/dataset-access.js';
import { DeliveriesService } from '../deliveries/deliveries.service.js';
import { findingsBook } from './findings-book.js';
import { MarkedRows } from '../large/marked-rows.js';
import { VerificationService } from './verification.service.js';
import { AnswersWorkbook, workbook } from '../shared/workbook-answer.js';

/** The report of the newest verification as a workbook, for who corrects the table. */
@ApiTags('satu-data')
@Controller('api/satu-data/datasets')
export class FindingsBookController {
  constructor(
    private readonly access: DatasetAccess,
    private readonly deliveries: DeliveriesService,
    private readonly verification: VerificationService,
    private readonly tables: MarkedRows,
  ) {}

  @Get(':id/findings.xlsx')
  @AnswersWorkbook()
  async book(@Param('id') id: string): Promise<StreamableFile> {
    const dataset = await this.access.dataset(id);
    const delivery = await this.deliveries.latest(id, 'validated', 'returned', 'accepted');
    const table = delivery && (await this.deliveries.table(delivery.id));
    if (!table) throw notDelivered();
    const findings = await this.verification.found(table.deliveryId);
    return workbook(await findingsBook(dataset, await this.tables.marked(table, findings), findings), `temuan-${dataset.slug}`);
  }
}

const notDelivered = () =>
  new Problem('not-delivered', 404, { id: 'Belum ada tabel yang diverifikasi untuk dataset ini.', en: 'No table of this data set has been verified yet.' });
