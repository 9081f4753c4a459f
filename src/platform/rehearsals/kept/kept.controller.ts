import { Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Roles } from '../../../sdk/index.js';
import { bundleHash, Publishing } from '../../releases/index.js';
import { KeptRuns } from './kept-runs.service.js';
import type { KeptTestEntity } from './kept-test.entity.js';
import { KeptTestsSchema, type KeptTests as View } from './kept.schemas.js';
import { KeptTests } from './kept-tests.service.js';
import type { Act } from './script.js';

/** Rehearsals that are kept as tests and must pass before publishing. */
@ApiTags('rehearsals')
@Roles('admin')
@Controller('api/rehearsals/kept')
export class KeptController {
  constructor(
    private readonly tests: KeptTests,
    private readonly runs: KeptRuns,
    private readonly publishing: Publishing,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: KeptTestsSchema })
  async all(): Promise<View> {
    const hash = bundleHash(await this.publishing.next());
    return { tests: (await this.tests.all()).map((test) => viewOf(test, hash)), run: this.runs.state, broken: this.runs.broken };
  }

  /** Runs those that have not passed with the drafts as they are saved; one's own rehearsal ends. */
  @Post('run')
  @HttpCode(204)
  @ApiNoContentResponse()
  run(): Promise<void> {
    return this.runs.begin();
  }

  @Delete('run')
  @HttpCode(204)
  @ApiNoContentResponse()
  stop(): Promise<void> {
    return this.runs.stop();
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.tests.remove(id);
  }
}

function viewOf({ id, name, keptByName: keptBy, keptAt, script, ranWith, ranAt, ranTo, failure }: KeptTestEntity, hash: string): View['tests'][number] {
  const shown = { id, name, keptBy, keptAt: keptAt.toISOString(), acts: script.acts.map(lineOf) };
  if (ranWith !== hash) return { ...shown, state: 'open', ranAt: null, ranTo: null, failure: null };
  return { ...shown, state: failure === null ? 'passed' : 'failed', ranAt: ranAt?.toISOString() ?? null, ranTo, failure };
}

function lineOf(act: Act): View['tests'][number]['acts'][number] {
  if (act.do === 'start') return { what: 'start', name: act.title, about: null, by: act.by };
  if (act.do === 'request') return { what: 'request', name: `${act.method} ${act.path}`, about: null, by: act.by };
  return { what: act.do, name: act.name, about: act.about, by: act.do === 'task' ? act.by : null };
}
