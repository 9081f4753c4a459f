import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from 'tertib';
import { z } from 'zod';
import { ChangedMetadata, MetadataRow, MetadataView, NewMetadata, UsedAnswer, UsedVariable } from './metadata.schemas.js';
import { MetadataService } from './metadata.service.js';
import { VariableUse } from './variable-use.service.js';

/** Metadata by the forms of BPS: an office's own, or all for staff. */
@ApiTags('satu-data')
@Controller('api/satu-data/metadata')
export class MetadataController {
  constructor(
    private readonly metadata: MetadataService,
    private readonly variables: VariableUse,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: z.array(MetadataRow) })
  async list(): Promise<MetadataRow[]> {
    return this.metadata.list();
  }

  @Get(':id')
  @ApiOkResponse({ standardSchema: MetadataView })
  async one(@Param('id') id: string): Promise<MetadataView> {
    return this.metadata.one(id);
  }

  @Post()
  @Permission('satu-data.keep-metadata')
  @ApiCreatedResponse({ standardSchema: MetadataView })
  async create(@Body({ schema: NewMetadata }) body: NewMetadata): Promise<MetadataView> {
    return this.metadata.create(body);
  }

  @Put(':id')
  @Permission('satu-data.keep-metadata')
  @ApiOkResponse({ standardSchema: MetadataView })
  async change(@Param('id') id: string, @Body({ schema: ChangedMetadata }) body: ChangedMetadata): Promise<MetadataView> {
    return this.metadata.change(id, body);
  }

  @Post(':id/use')
  @HttpCode(200)
  @Permission('satu-data.use-variable')
  @ApiOkResponse({ standardSchema: UsedAnswer })
  async use(@Param('id') id: string, @Body({ schema: UsedVariable }) body: UsedVariable): Promise<z.infer<typeof UsedAnswer>> {
    return { columns: await this.variables.use(id, body) };
  }
}
