import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Problem } from '../../sdk/index.js';
import { LetterAccess, LetterList } from '../notifications/index.js';
import { PageQuery } from '../kernel/index.js';
import { CaseAccess } from './access/case-access.js';
import { Cancellation } from './cancellation.service.js';
import { CaseDiagrams } from './view/case-diagrams.js';
import { CaseList } from './view/case-list.js';
import { CaseView } from './view/case-view.js';
import { CancelBody, CaseDetail, CaseListQuery, CasePage, Diagrams, IncidentRows, RunningStepList, SubmissionPage, Timeline, Tokens } from './view/case.schemas.js';
import { RunningSteps } from './view/running-steps.js';
import { TimelineView } from './view/timeline.js';

/** Cases, each as far as the asker may see it. */
@ApiTags('cases')
@Controller('api/cases')
export class CasesController {
  constructor(
    private readonly access: CaseAccess,
    private readonly list: CaseList,
    private readonly view: CaseView,
    private readonly drawings: CaseDiagrams,
    private readonly history: TimelineView,
    private readonly running: RunningSteps,
    private readonly cancellation: Cancellation,
    private readonly lettersOf: LetterAccess,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: CasePage })
  all(@Query({ schema: CaseListQuery }) query: z.infer<typeof CaseListQuery>): Promise<z.infer<typeof CasePage>> {
    return this.list.page(query);
  }

  @Get(':id')
  @ApiOkResponse({ standardSchema: CaseDetail })
  async one(@Param('id') id: string): Promise<z.infer<typeof CaseDetail>> {
    return this.view.detail(await this.access.visible(id));
  }

  @Get(':id/diagrams')
  @ApiOkResponse({ standardSchema: Diagrams })
  async diagrams(@Param('id') id: string): Promise<z.infer<typeof Diagrams>> {
    return this.drawings.diagrams(await this.access.visible(id));
  }

  @Get(':id/tokens')
  @ApiOkResponse({ standardSchema: Tokens })
  async tokens(@Param('id') id: string): Promise<z.infer<typeof Tokens>> {
    return this.drawings.tokens(await this.access.visible(id));
  }

  @Get(':id/timeline')
  @ApiOkResponse({ standardSchema: Timeline })
  async timeline(@Param('id') id: string): Promise<z.infer<typeof Timeline>> {
    return this.history.of(await this.access.visible(id));
  }

  @Get(':id/running')
  @ApiOkResponse({ standardSchema: RunningStepList })
  async runningSteps(@Param('id') id: string): Promise<z.infer<typeof RunningStepList>> {
    return this.running.of(await this.access.visible(id));
  }

  @Get(':id/submissions')
  @ApiOkResponse({ standardSchema: SubmissionPage })
  async submissions(@Param('id') id: string, @Query({ schema: PageQuery }) query: z.infer<typeof PageQuery>): Promise<z.infer<typeof SubmissionPage>> {
    return this.view.submissions(await this.access.visible(id), query);
  }

  @Get(':id/letters')
  @ApiOkResponse({ standardSchema: LetterList })
  async letters(@Param('id') id: string): Promise<z.infer<typeof LetterList>> {
    await this.access.visible(id);
    const letters = await this.lettersOf.ofCase(id);
    return { items: letters.map(({ key: _key, ...letter }) => ({ ...letter, date: letter.date.toISOString(), sentAt: letter.sentAt?.toISOString() ?? null })) };
  }

  @Get(':id/incidents')
  @ApiOkResponse({ standardSchema: IncidentRows })
  async incidents(@Param('id') id: string): Promise<z.infer<typeof IncidentRows>> {
    return this.view.incidents(await this.access.visible(id));
  }

  @Post(':id/cancel')
  @HttpCode(204)
  @ApiNoContentResponse()
  async cancel(@Param('id') id: string, @Body({ schema: CancelBody }) { reason }: z.infer<typeof CancelBody>): Promise<void> {
    const { row, sight } = await this.access.visible(id);
    if (!sight.whole) throw Problem.forbidden();
    await this.cancellation.cancel(row, reason);
  }
}
