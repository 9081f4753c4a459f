import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { FileStore, Permission, Problem } from 'tertib';
import { AnswersWorkbook, workbook } from '../shared/workbook-answer.js';
import { EvidenceExport } from './evidence-export.service.js';
import { KINDS, type EvidenceKind } from './evidence-kinds.js';
import { fileOf } from './evidence-record.js';
import { EvidenceScopes } from './evidence-scope.js';
import { EvidenceSources } from './evidence-sources.js';
import { Evidence, EvidenceRecordQuery, EvidenceRecords, EvidenceScopeList } from './evidence.schemas.js';
import { EvidenceService } from './evidence.service.js';

const PRIVATE = 'private, no-store';

/** Evidence for the evaluation (EPSS); `scope` is a period's id or a year. */
@ApiTags('satu-data')
@Permission('satu-data.see-evidence')
@Controller('api/satu-data/evidence')
export class EvidenceController {
  constructor(
    private readonly evidence: EvidenceService,
    private readonly exports: EvidenceExport,
    private readonly scopes: EvidenceScopes,
    private readonly sources: EvidenceSources,
    private readonly files: FileStore,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: EvidenceScopeList })
  async list(): Promise<EvidenceScopeList> {
    return this.evidence.list();
  }

  @Get(':scope')
  @ApiOkResponse({ standardSchema: Evidence })
  async of(@Param('scope') scope: string): Promise<Evidence> {
    return this.evidence.of(scope);
  }

  /** Every file with an index that has their hashes. It is written while it is sent; leaving it ends the work. */
  @Get(':scope/bukti-epss.zip')
  @ApiProduces('application/zip')
  @Header('Cache-Control', PRIVATE)
  async zip(@Param('scope') scope: string): Promise<StreamableFile> {
    return new StreamableFile(await this.exports.zip(scope), { type: 'application/zip', disposition: 'attachment; filename="bukti-epss.zip"' });
  }

  /** The index alone, set up for printing. */
  @Get(':scope/daftar-bukti.xlsx')
  @AnswersWorkbook()
  async index(@Param('scope') scope: string): Promise<StreamableFile> {
    return workbook(await this.exports.index(scope), 'daftar-bukti');
  }

  @Get(':scope/:kind')
  @ApiOkResponse({ standardSchema: EvidenceRecords })
  async records(@Param('scope') scope: string, @Param('kind') kind: string, @Query({ schema: EvidenceRecordQuery }) query: EvidenceRecordQuery): Promise<EvidenceRecords> {
    return this.evidence.records(scope, kindOf(kind), query);
  }

  /** The file of one record: as it was stored, or what was recorded as JSON. */
  @Get(':scope/:kind/:id')
  @ApiProduces('application/octet-stream')
  @Header('Cache-Control', PRIVATE)
  async file(@Param('scope') scope: string, @Param('kind') kind: string, @Param('id') id: string): Promise<StreamableFile> {
    const { name, content, fileId } = await fileOf(await this.sources.one(kindOf(kind), await this.scopes.of(scope), id));
    const about = { type: 'application/octet-stream', disposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}` };
    return content ? new StreamableFile(content, about) : new StreamableFile(await this.files.stream(fileId as string), about);
  }
}

function kindOf(kind: string): EvidenceKind {
  const known = KINDS.find((one) => one === kind);
  if (!known) throw Problem.notFound();
  return known;
}
