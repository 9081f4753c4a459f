import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Problem } from '../../sdk/index.js';
import { Roles } from '../../sdk/index.js';
import { releaseView, type ReleaseView } from './release-view.js';
import { ContentSchema, KindParam, KINDS, ReleaseListSchema, ReleaseSchema } from './releases.schemas.js';
import { Releases } from './releases.service.js';

@ApiTags('releases')
@Roles('admin')
@Controller('api/releases')
export class ReleasesController {
  constructor(private readonly releases: Releases) {}

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

  @Get(':id/:kind/:key')
  @ApiOkResponse({ standardSchema: ContentSchema })
  async content(@Param('id') id: string, @Param('kind', { schema: KindParam }) kind: z.infer<typeof KindParam>, @Param('key') key: string): Promise<{ key: string; content: string }> {
    return { key, content: await this.releases.content(id, KINDS[kind], key) };
  }
}
