import { Controller, Get, Param, Res, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Problem } from 'tertib';
import { DatasetAccess } from '../datasets/dataset-access.js';
import { DeliveriesService } from '../deliveries/deliveries.service.js';
import { findingsBook } from './findings-book.js';
import { VerificationService } from './verification.service.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The report of the newest verification as a workbook, for who corrects the table. */
@ApiTags('satu-data')
@Controller('api/satu-data/datasets')
export class FindingsBookController {
  constructor(
    private readonly access: DatasetAccess,
    private readonly deliveries: DeliveriesService,
    private readonly verification: VerificationService,
  ) {}

  @Get(':id/findings.xlsx')
  @ApiProduces(XLSX)
  async book(@Param('id') id: string, @Res({ passthrough: true }) response: Response): Promise<StreamableFile> {
    const dataset = await this.access.dataset(id);
    const delivery = await this.deliveries.latest(id, 'validated', 'returned', 'accepted');
    const table = delivery && (await this.deliveries.table(delivery.id));
    if (!table) throw notDelivered();
    response.setHeader('Cache-Control', 'private, no-store');
    return new StreamableFile(await findingsBook(dataset, table, await this.verification.found(table.deliveryId)), { type: XLSX, disposition: `attachment; filename="temuan-${dataset.slug}.xlsx"` });
  }
}

const notDelivered = () =>
  new Problem('not-delivered', 404, { id: 'Belum ada tabel yang diverifikasi untuk dataset ini.', en: 'No table of this data set has been verified yet.' });
