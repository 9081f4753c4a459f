import { Body, Controller, Get, Header, HttpCode, Param, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Permission } from 'tertib';
import type { z } from 'zod';
import { MetadataList } from './metadata-list.service.js';
import { MetadataPrint } from './metadata-print.service.js';
import { ChangedMetadata, MetadataPage, MetadataQuery, MetadataVersion, MetadataView, NewMetadata, SheetQuery, UsedAnswer, UsedVariable, UsesQuery, VariableUses } from './metadata.schemas.js';
import { MetadataService } from './metadata.service.js';
import { VariableUse } from './variable-use.service.js';
import { VariableUsesService } from './variable-uses.service.js';

/** Metadata by the forms of BPS: an office's own, or all for staff. */
@ApiTags('satu-data')
@Controller('api/satu-data/metadata')
export class MetadataController {
  constructor(
    private readonly records: MetadataList,
    private readonly metadata: MetadataService,
    private readonly print: MetadataPrint,
    private readonly variables: VariableUse,
    private readonly usesOf: VariableUsesService,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: MetadataPage })
  async list(@Query({ schema: MetadataQuery }) query: MetadataQuery): Promise<MetadataPage> {
    return this.records.page(query);
  }

  @Get(':id')
  @ApiOkResponse({ standardSchema: MetadataView })
  async one(@Param('id') id: string): Promise<MetadataView> {
    return this.metadata.one(id);
  }

  @Get(':id/versions/:version')
  @ApiOkResponse({ standardSchema: MetadataVersion })
  async version(@Param('id') id: string, @Param('version') version: string): Promise<MetadataVersion> {
    return this.metadata.version(id, Number(version));
  }

  /** As BPS's form; no cache keeps it. */
  @Get(':id/sheet.pdf')
  @ApiProduces('application/pdf')
  @Header('Cache-Control', 'private, no-store')
  async sheet(@Param('id') id: string, @Query({ schema: SheetQuery }) { of }: SheetQuery): Promise<StreamableFile> {
    const { name, content } = await this.print.pdf(id, of ?? null);
    return new StreamableFile(content, { type: 'application/pdf', disposition: `inline; filename="${name}.pdf"` });
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

  @Get(':id/uses')
  @ApiOkResponse({ standardSchema: VariableUses })
  async uses(@Param('id') id: string, @Query({ schema: UsesQuery }) { q }: UsesQuery): Promise<VariableUses> {
    return this.usesOf.of(id, q);
  }

  @Post(':id/use')
  @HttpCode(200)
  @Permission('satu-data.use-variable')
  @ApiOkResponse({ standardSchema: UsedAnswer })
  async use(@Param('id') id: string, @Body({ schema: UsedVariable }) body: UsedVariable): Promise<z.infer<typeof UsedAnswer>> {
    return { columns: await this.variables.use(id, body) };
  }
}
