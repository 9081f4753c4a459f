import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Asker, FileAccess, Problem, type Text } from 'tertib';
import { z } from 'zod';
import { ColumnChoices } from '../code-lists/column-choices.service.js';
import { DatasetAccess } from '../datasets/dataset-access.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { LargeRuns } from '../large/large-runs.js';
import type { LargeTableEntity } from '../large/large-table.entity.js';
import { LargeTables } from '../large/large-tables.service.js';
import { TableReader, typedRows, UnreadableTable } from '../tables/index.js';
import { inCells } from '../review/comment-places.js';
import { CommentSight, isOpen } from '../review/comment-sight.service.js';
import { VerificationService } from './verification.service.js';

const CheckBody = z.union([
  /** `again`: also where the check of a large table was stopped, or failed. */
  z.object({ datasetId: z.string().max(64), fileId: z.string().max(64), again: z.boolean().optional() }),
  z.object({ datasetId: z.string().max(64), rows: z.array(z.record(z.string(), z.unknown())).max(10_000) }),
]);
const CheckAnswer = z.object({
  findings: z.array(z.object({
    rule: z.string(), severity: z.enum(['INFO', 'WARNING', 'ERROR']), row: z.number().nullable(), column: z.string().nullable(), cell: z.string().nullable(), message: z.object({ id: z.string(), en: z.string() }),
    /** How many cells it tells of; left out: one. */
    times: z.number().optional(),
  })),
  /** As they would be typed, to be sent as `rows`: numbers by the data set's decimal mark, days as 31/12/2025. Of a table that is checked in the background, which is corrected in its file, as they were read. */
  rows: z.array(z.record(z.string(), z.string().nullable())),
  rowNumbers: z.array(z.number()),
  rowCount: z.number(),
  /** What the codes in the rows are called, by column and code. */
  titles: z.record(z.string(), z.record(z.string(), z.object({ id: z.string(), en: z.string() }))),
  /** Of a table that is checked in the background: ask again until it does not run any more. */
  background: z.object({ state: z.enum(['running', 'done', 'stopped', 'refused', 'failed']), stage: z.enum(['reading', 'checking', 'verifying']), progress: z.number(), reason: z.object({ id: z.string(), en: z.string() }).nullable() }).nullable(),
});
type CheckAnswer = z.infer<typeof CheckAnswer>;
const StopBody = z.object({ datasetId: z.string().max(64), fileId: z.string().max(64) });
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
    private readonly large: LargeTables,
    private readonly runs: LargeRuns,
    private readonly asker: Asker,
    private readonly choices: ColumnChoices,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: CheckAnswer })
  async check(@Body({ schema: CheckBody }) body: z.infer<typeof CheckBody>, @Res({ passthrough: true }) response?: Pick<Response, 'once'>): Promise<CheckAnswer> {
    const gone = new AbortController();
    // Whoever goes on typing gives up what was asked for before.
    response?.once('close', () => gone.abort(givenUp()));
    const dataset = await this.access.dataset(body.datasetId);
    if ('fileId' in body) {
      const file = await this.files.readable(body.fileId);
      if (body.again || (await this.large.of(dataset.id, file.id)) || (await this.large.isLarge(file))) return this.inBackground(dataset, await this.large.begin(dataset, file, body.again === true));
    }
    try {
      const table = await this.reader.read('fileId' in body ? { fileId: body.fileId } : { rows: body.rows }, dataset);
      const findings = await this.verification.check(dataset, table, undefined, { signal: gone.signal });
      const rows = table.rows.slice(0, SHOWN_ROWS);
      return {
        findings: [...findings, ...inCells((await this.comments.of(dataset.id)).filter(isOpen), table)], rows: typedRows({ ...table, rows }, dataset), rowNumbers: table.layout.rowNumbers.slice(0, SHOWN_ROWS), rowCount: table.rows.length,
        titles: await this.choices.titles(dataset, rows), background: null,
      };
    } catch (error) {
      if (!(error instanceof UnreadableTable)) throw error;
      return { findings: [unreadable(error.text)], rows: [], rowNumbers: [], rowCount: 0, titles: {}, background: null };
    }
  }

  /** Stops the check of a large table; what was found is not lost where it comes too late. */
  @Post('stop')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: CheckAnswer })
  async stop(@Body({ schema: StopBody }) body: z.infer<typeof StopBody>): Promise<CheckAnswer> {
    const dataset = await this.access.dataset(body.datasetId);
    const table = await this.large.of(dataset.id, (await this.files.readable(body.fileId)).id);
    if (!table) throw Problem.notFound();
    await this.runs.stop(table.id, this.runs.words.stopped(this.asker.required().name));
    return this.inBackground(dataset, (await this.large.of(table.datasetId, table.fileId)) ?? table);
  }

  private async inBackground(dataset: DatasetEntity, table: LargeTableEntity): Promise<CheckAnswer> {
    const { state, stage, progress, reason, head, facts } = table;
    const findings = state === 'done' ? await this.verification.foundBefore(table.id) : state === 'refused' && reason ? [unreadable(reason)] : [];
    const rows = head?.rows ?? [];
    return { findings, rows, rowNumbers: head?.rowNumbers ?? [], rowCount: facts?.rowCount ?? 0, titles: await this.choices.titles(dataset, rows), background: { state, stage, progress, reason } };
  }
}

/** Nobody reads it; that it is an error of the asker's keeps it out of the log. */
const givenUp = () => new Problem('check-given-up', 409, { id: 'Pemeriksaan ini dibatalkan karena halamannya ditutup atau isinya diubah lagi.', en: 'This check was given up, as its page was closed or its rows were changed again.' });
const unreadable = (message: Text) => ({ rule: 'unreadable', severity: 'ERROR' as const, row: null, column: null, cell: null, message });
