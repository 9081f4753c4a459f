import { Body, Controller, Get, Param, Put, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { z } from 'zod';
import { FileStore, type Letter } from '../../../sdk/index.js';
import { downloadHeaders } from '../../files/index.js';
import { LetterAccess } from './letter-access.js';
import { LetterList, LetterRow, LettersQuery, PdfQuery, SignedBody } from './letters.schemas.js';

@ApiTags('letters')
@Controller('api/letters')
export class LettersController {
  constructor(
    private readonly letters: LetterAccess,
    private readonly store: FileStore,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: LetterList })
  async list(@Query({ schema: LettersQuery }) { caseId }: z.infer<typeof LettersQuery>): Promise<z.infer<typeof LetterList>> {
    return { items: (await this.letters.ofCase(caseId)).map(row) };
  }

  @Get(':id/pdf')
  @ApiProduces('application/pdf')
  async pdf(@Param('id') id: string, @Query({ schema: PdfQuery }) { versi }: z.infer<typeof PdfQuery>, @Res({ passthrough: true }) response: Response): Promise<StreamableFile> {
    const letter = await this.letters.one(id);
    const file = versi === 'asli' ? letter.file : (letter.signedFile ?? letter.file);
    response.set(downloadHeaders(file));
    return new StreamableFile(await this.store.stream(file.id));
  }

  @Put(':id/signed')
  @ApiOkResponse({ standardSchema: LetterRow })
  async attachSigned(@Param('id') id: string, @Body({ schema: SignedBody }) { fileId }: z.infer<typeof SignedBody>): Promise<z.infer<typeof LetterRow>> {
    return row(await this.letters.attachSigned(id, fileId));
  }
}

const row = ({ key: _key, ...letter }: Letter): z.infer<typeof LetterRow> => ({ ...letter, date: letter.date.toISOString(), sentAt: letter.sentAt?.toISOString() ?? null });
