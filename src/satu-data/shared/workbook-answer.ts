import type { Readable } from 'node:stream';
import { applyDecorators, Header, StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A route that answers a workbook with what only the asker may see: no cache keeps it. */
export const AnswersWorkbook = (): MethodDecorator => applyDecorators(ApiProduces(XLSX), Header('Cache-Control', 'private, no-store'));

/** The workbook as a download of this name. */
export function workbook(content: Buffer | Readable, name: string): StreamableFile {
  const about = { type: XLSX, disposition: `attachment; filename="${name}.xlsx"` };
  return Buffer.isBuffer(content) ? new StreamableFile(content, about) : new StreamableFile(content, about);
}
