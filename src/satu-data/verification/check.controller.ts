import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { FileAccess } from 'tertib';
import { z } from 'zod';
import { DatasetAccess } from '../datasets/dataset-access.js';
import { TableReader, UnreadableTable, type ReadTable } from '../tables/index.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { inCells } from '../review/comment-places.js';
import { CommentSight, isOpen } from '../review/comment-sight.service.js';
import { VerificationService } from './verification.service.js';

const CheckBody = z.union([
  z.object({ datasetId: z.string().max(64), fileId: z.string().max(64) }),
  z.object({ datasetId: z.string().max(64), rows: z.array(z.record(z.string(), z.unknown())).max(10_000) }),
]);
const CheckAnswer = z.object({
  findings: z.array(z.object({
    rule: z.string(), severity: z.enum(['INFO', 'WARNING', 'ERROR']), row: z.number().nullable(), column: z.string().nullable(), cell: z.string().nullable(), message: z.object({ id: z.string(), en: z.string() }),
  })),
  rows: z.array(z.record(z.string(), z.string().nullable())),
  rowNumbers: z.array(z.number()),
});
const SHOWN_ROWS = 1000;

/** What verification will say, before anything is handed in. */
@ApiTags('satu-data')
@Controller('api/satu-data/check')
export class CheckController {
  constructor(
    private readonly access: DatasetAccess,
    private readonly files: FileAccess,
    private readonly reader: TableReader,
    private readonly verification: VerificationService,
    private readonly comments: CommentSight,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: CheckAnswer })
  async check(@Body({ schema: CheckBody }) body: z.infer<typeof CheckBody>): Promise<z.infer<typeof CheckAnswer>> {
    const dataset = await this.access.dataset(body.datasetId);
    const table = await this.read(body, dataset);
    if (!('rows' in table)) return table.answer;
    const findings = await this.verification.check(dataset, table);
    return { findings: [...findings, ...inCells((await this.comments.of(dataset.id)).filter(isOpen), table)], rows: table.rows.slice(0, SHOWN_ROWS), rowNumbers: table.layout.rowNumbers.slice(0, SHOWN_ROWS) };
  }

  private async read(body: z.infer<typeof CheckBody>, dataset: DatasetEntity): Promise<ReadTable | { answer: z.infer<typeof CheckAnswer> }> {
    if ('fileId' in body) await this.files.readable(body.fileId);
    try {
      return await this.reader.read('fileId' in body ? { fileId: body.fileId } : { rows: body.rows }, dataset);
    } catch (error) {
      if (!(error instanceof UnreadableTable)) throw error;
      return { answer: { findings: [{ rule: 'unreadable', severity: 'ERROR', row: null, column: null, cell: null, message: error.text }], rows: [], rowNumbers: [] } };
    }
  }
}
