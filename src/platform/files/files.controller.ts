import { Body, Controller, Get, Param, Post, Res, StreamableFile, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { z } from 'zod';
import { FileStore, type FileRef } from '../../sdk/index.js';
import { FileProblem } from './files.errors.js';
import { FileRefSchema, UploadBody } from './files.schemas.js';
import { FilesService } from './files.service.js';
import { SaysTooLarge } from './says-too-large.js';
import { downloadHeaders } from './download.js';

@ApiTags('files')
@Controller('api/files')
export class FilesController {
  constructor(
    private readonly files: FilesService,
    private readonly store: FileStore,
  ) {}

  @Post()
  @UseInterceptors(SaysTooLarge, FileInterceptor('file'))
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' }, caseId: { type: 'string' }, taskId: { type: 'string' } } } })
  @ApiCreatedResponse({ standardSchema: FileRefSchema })
  async upload(@UploadedFile() file: Express.Multer.File | undefined, @Body({ schema: UploadBody }) body: z.infer<typeof UploadBody>): Promise<FileRef> {
    if (!file) throw FileProblem.missing();
    return this.files.upload({ path: file.path, claimedName: file.originalname, ...body });
  }

  @Get(':id')
  @ApiProduces('application/octet-stream')
  async download(@Param('id') id: string, @Res({ passthrough: true }) response: Response): Promise<StreamableFile> {
    const file = await this.files.readable(id);
    response.set(downloadHeaders(file));
    return new StreamableFile(await this.store.stream(id));
  }
}
