import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from 'tertib';
import { z } from 'zod';
import { AnswersWorkbook, workbook } from '../shared/workbook-answer.js';
import { CodeEdits } from './code-edit.service.js';
import { CodeExport } from './code-export.service.js';
import { CodeImports } from './code-imports.service.js';
import { ChangePage, CodeEdit, CodeImport, CodePage, CodesQuery, ImportResult, ListRow, NewList, VersionPage, VersionsQuery } from './code-list.schemas.js';
import { CodeWritings } from './code-writings.service.js';
import { CodeViews } from './code-views.service.js';

const Created = z.object({ scheme: z.string() });
const Saved = z.object({ version: z.number() });
const Writing = z.object({ writing: z.object({ total: z.number(), written: z.number() }).nullable() });

/** Lists of codes: those that came with the application, as the office keeps them, and its own. */
@ApiTags('satu-data')
@Controller('api/satu-data/code-lists')
@Permission('satu-data.see-code-lists')
export class CodeListController {
  constructor(
    private readonly views: CodeViews,
    private readonly edits: CodeEdits,
    private readonly imports: CodeImports,
    private readonly exports: CodeExport,
    private readonly writings: CodeWritings,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: z.array(ListRow) })
  async lists(): Promise<ListRow[]> {
    return this.views.lists();
  }

  @Post()
  @Permission('satu-data.keep-code-lists')
  @ApiCreatedResponse({ standardSchema: Created })
  async create(@Body({ schema: NewList }) body: NewList): Promise<z.output<typeof Created>> {
    return { scheme: await this.edits.create(body) };
  }

  @Get(':scheme/codes')
  @ApiOkResponse({ standardSchema: CodePage })
  async codes(@Param('scheme') scheme: string, @Query({ schema: CodesQuery }) query: CodesQuery): Promise<CodePage> {
    return this.views.codes(scheme, query);
  }

  @Put(':scheme/codes')
  @Permission('satu-data.keep-code-lists')
  @ApiOkResponse({ standardSchema: Saved })
  async edit(@Param('scheme') scheme: string, @Body({ schema: CodeEdit }) body: CodeEdit): Promise<z.output<typeof Saved>> {
    return { version: await this.edits.edit(scheme, body) };
  }

  @Post(':scheme/import')
  @HttpCode(200)
  @Permission('satu-data.keep-code-lists')
  @ApiOkResponse({ standardSchema: ImportResult })
  async import(@Param('scheme') scheme: string, @Body({ schema: CodeImport }) body: CodeImport): Promise<ImportResult> {
    return this.imports.import(scheme, body);
  }

  /** How far a version is that is being written; null where none is. */
  @Get(':scheme/writing')
  @ApiOkResponse({ standardSchema: Writing })
  async writing(@Param('scheme') scheme: string): Promise<z.output<typeof Writing>> {
    return { writing: await this.writings.progress(scheme) };
  }

  @Get(':scheme/versions')
  @ApiOkResponse({ standardSchema: VersionPage })
  async versions(@Param('scheme') scheme: string, @Query({ schema: VersionsQuery }) query: VersionsQuery): Promise<VersionPage> {
    return this.views.versions(scheme, query);
  }

  @Get(':scheme/versions/:number')
  @ApiOkResponse({ standardSchema: ChangePage })
  async version(@Param('scheme') scheme: string, @Param('number') number: string, @Query({ schema: VersionsQuery }) query: VersionsQuery): Promise<ChangePage> {
    return this.views.changes(scheme, Number(number), query);
  }

  @Get(':scheme/export.xlsx')
  @AnswersWorkbook()
  async export(@Param('scheme') scheme: string): Promise<StreamableFile> {
    return workbook(await this.exports.of(scheme), scheme);
  }
}
