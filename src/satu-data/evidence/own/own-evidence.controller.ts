import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Permission } from 'tertib';
import { z } from 'zod';
import { NewOwnEvidence, OwnEvidenceRow } from './own-evidence.schemas.js';
import { OwnEvidence } from './own-evidence.service.js';

/** Files that the office attaches to an indicator of the evaluation itself; `scope` is a period's id or a year. */
@ApiTags('satu-data')
@Permission('satu-data.see-evidence')
@Controller('api/satu-data/evidence/:scope/indicators/:indicator/files')
export class OwnEvidenceController {
  constructor(private readonly own: OwnEvidence) {}

  @Get()
  @ApiOkResponse({ standardSchema: z.array(OwnEvidenceRow) })
  async list(@Param('scope') scope: string, @Param('indicator') indicator: string): Promise<OwnEvidenceRow[]> {
    return this.own.list(scope, indicator);
  }

  @Post()
  @ApiCreatedResponse({ standardSchema: OwnEvidenceRow })
  async add(@Param('scope') scope: string, @Param('indicator') indicator: string, @Body({ schema: NewOwnEvidence }) body: NewOwnEvidence): Promise<OwnEvidenceRow> {
    return this.own.add(scope, indicator, body);
  }

  @Get(':id')
  @ApiProduces('application/octet-stream')
  @Header('Cache-Control', 'private, no-store')
  async file(@Param('scope') scope: string, @Param('indicator') indicator: string, @Param('id') id: string): Promise<StreamableFile> {
    const { name, stream } = await this.own.file(scope, indicator, id);
    return new StreamableFile(stream, { type: 'application/octet-stream', disposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}` });
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async remove(@Param('scope') scope: string, @Param('indicator') indicator: string, @Param('id') id: string): Promise<void> {
    return this.own.remove(scope, indicator, id);
  }
}
