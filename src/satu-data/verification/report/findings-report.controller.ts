import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { DatasetAccess } from '../../datasets/dataset-access.js';
import { AnswersWorkbook, workbook } from '../../shared/workbook-answer.js';
import { FindingsReports } from './findings-reports.service.js';

/** The report of the newest verification, for who corrects the table. */
@ApiTags('satu-data')
@Controller('api/satu-data/datasets')
export class FindingsReportController {
  constructor(
    private readonly access: DatasetAccess,
    private readonly reports: FindingsReports,
  ) {}

  @Get(':id/findings.xlsx')
  @AnswersWorkbook()
  async book(@Param('id') id: string): Promise<StreamableFile> {
    const dataset = await this.access.dataset(id);
    return workbook(await this.reports.workbook(dataset), `temuan-${dataset.slug}`);
  }

  @Get(':id/findings.pdf')
  @ApiProduces('application/pdf')
  @Header('Cache-Control', 'private, no-store')
  async pdf(@Param('id') id: string): Promise<StreamableFile> {
    const dataset = await this.access.dataset(id);
    return new StreamableFile(await this.reports.pdf(dataset), { type: 'application/pdf', disposition: `inline; filename="temuan-${dataset.slug}.pdf"` });
  }
}
