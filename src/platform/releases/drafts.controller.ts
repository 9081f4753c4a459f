import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { z } from 'zod';
import { Problem, Roles } from '../../sdk/index.js';
import { Machines } from '../identity/index.js';
import { Drafts, type DraftView } from './drafts.service.js';
import type { Finding } from './finding.js';
import { FormVariablesSchema, type FormVariable } from './form-variables.js';
import { Publishing } from './publishing.service.js';
import { DraftBody, DraftListSchema, DraftSchema, FindingsSchema, KindParam, KINDS, PublishBody, ReleaseSchema } from './releases.schemas.js';
import { pathOf, RESOURCE_KEY } from './resource.js';
import { releaseView, type ReleaseView } from './release-view.js';

type Kind = z.infer<typeof KindParam>;
type Findings = { readonly findings: readonly Finding[]; readonly ok: boolean };

const judged = (findings: readonly Finding[]): Findings => ({ findings, ok: findings.every(({ severity }) => severity !== 'error') });

/** The administrator's workshop: edit, check, publish. */
@ApiTags('drafts')
@Roles('admin')
@Controller('api/drafts')
export class DraftsController {
  constructor(
    private readonly drafts: Drafts,
    private readonly publishing: Publishing,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: DraftListSchema })
  list(): Promise<Omit<DraftView, 'content' | 'base'>[]> {
    return this.drafts.list();
  }

  /** What the forms as edited give to the diagrams. */
  @Get('variables')
  @ApiOkResponse({ standardSchema: FormVariablesSchema })
  variables(): Promise<FormVariable[]> {
    return this.drafts.variables();
  }

  @Post('check')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: FindingsSchema })
  async check(): Promise<Findings> {
    return judged(await this.publishing.preview());
  }

  /** All drafts, with this one as it stands in an editor; nothing is saved. */
  @Post(':kind/:key/check')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: FindingsSchema })
  async checkEdited(@Param('kind', { schema: KindParam }) kind: Kind, @Param('key') key: string, @Body({ schema: DraftBody }) { content }: z.infer<typeof DraftBody>): Promise<Findings> {
    if (!RESOURCE_KEY.test(key)) throw Problem.notFound();
    return judged(await this.publishing.preview({ path: pathOf(KINDS[kind], key), kind: KINDS[kind], key, content }));
  }

  @Post('publish')
  @Machines('releases:write')
  @ApiCreatedResponse({ standardSchema: ReleaseSchema })
  async publish(@Body({ schema: PublishBody }) body: z.infer<typeof PublishBody>): Promise<ReleaseView> {
    return releaseView(await this.publishing.publish(body.note));
  }

  @Get(':kind/:key')
  @ApiOkResponse({ standardSchema: DraftSchema })
  async get(@Param('kind', { schema: KindParam }) kind: Kind, @Param('key') key: string, @Res({ passthrough: true }) response: Response): Promise<DraftView> {
    return tagged(response, await this.drafts.get(KINDS[kind], key));
  }

  /** Needs `If-Match` for what exists; 412 carries what someone else saved meanwhile. */
  @Put(':kind/:key')
  @ApiOkResponse({ standardSchema: DraftSchema })
  async put(
    @Param('kind', { schema: KindParam }) kind: Kind,
    @Param('key') key: string,
    @Body({ schema: DraftBody }) body: z.infer<typeof DraftBody>,
    @Headers('if-match') match: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DraftView> {
    return tagged(response, await this.drafts.put(KINDS[kind], key, body.content, match));
  }

  @Delete(':kind/:key')
  @HttpCode(204)
  @ApiNoContentResponse()
  async discard(@Param('kind', { schema: KindParam }) kind: Kind, @Param('key') key: string, @Headers('if-match') match: string | undefined): Promise<void> {
    await this.drafts.discard(KINDS[kind], key, match);
  }
}

function tagged(response: Response, draft: DraftView): DraftView {
  response.setHeader('ETag', draft.etag);
  return draft;
}
