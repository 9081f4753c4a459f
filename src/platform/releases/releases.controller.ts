import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Problem } from '../../sdk/index.js';
import { Roles } from '../../sdk/index.js';
import { releaseView, type ReleaseView } from './release-view.js';
import { ContentSchema, KindParam, KINDS, PublishBody, ReleaseListSchema, ReleaseSchema } from './releases.schemas.js';
import { Restoring } from './restoring.service.js';
import { Releases } from './releases.service.js';

@ApiTags('releases')
@Roles('admin')
@Controller('api/releases')
export class ReleasesController {
  constructor(
    private readonly releases: Releases,
    private readonly restoring: Restoring,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: ReleaseListSchema })
  async list(): Promise<ReleaseView[]> {
    return (await this.releases.all()).map(releaseView);
  }

  @Get(':id')
  @ApiOkResponse({ standardSchema: ReleaseSchema })
  async get(@Param('id') id: string): Promise<ReleaseView> {
    const release = await this.releases.byId(id);
    if (!release) throw Problem.notFound();
    return releaseView(release);
  }

  /** Publishes this version once more, as a new one; `note` says why. */
  @Post(':id/restore')
  @ApiCreatedResponse({ standardSchema: ReleaseSchema })
  async restore(@Param('id') id: string, @Body({ schema: PublishBody }) { note }: z.infer<typeof PublishBody>): Promise<ReleaseView> {
    return releaseView(await this.restoring.restore(id, note));
  }

  @Get(':id/:kind/:key')
  @ApiOkResponse({ standardSchema: ContentSchema })
  async content(@Param('id') id: string, @Param('kind', { schema: KindParam }) kind: z.infer<typeof KindParam>, @Param('key') key: string): Promise<{ key: string; content: string }> {
    return { key, content: await this.releases.content(id, KINDS[kind], key) };
  }
}
