import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Problem, SubmissionRejected } from '../../sdk/index.js';
import { requestContext } from '../kernel/index.js';
import { Claims } from './claims.service.js';
import { Completion } from './completion.service.js';
import { TaskDrafts } from './drafts.service.js';
import { TaskAccess } from './task-access.js';
import { TaskChoices } from './task-choices.js';
import { TaskList } from './task-list.js';
import { TaskView } from './task-view.js';
import { ChoicePage, ChoicesQuery } from '../forms/index.js';
import { Completed, CompletedMany, CompleteBody, CompleteManyBody, DraftBody, DraftSaved, TaskDetail, TaskListQuery, TaskPage } from './task.schemas.js';

type Detail = z.infer<typeof TaskDetail>;
type ManyResult = z.infer<typeof CompletedMany>['results'][number];

/** What people have to do. */
@ApiTags('tasks')
@Controller('api/tasks')
export class TasksController {
  constructor(
    private readonly access: TaskAccess,
    private readonly list: TaskList,
    private readonly view: TaskView,
    private readonly claims: Claims,
    private readonly drafts: TaskDrafts,
    private readonly completion: Completion,
    private readonly chosen: TaskChoices,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: TaskPage })
  all(@Query({ schema: TaskListQuery }) query: z.infer<typeof TaskListQuery>): Promise<z.infer<typeof TaskPage>> {
    return this.list.page(query);
  }

  /** Each task is done for itself: one that fails does not hold back the others. */
  @Post('complete-many')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: CompletedMany })
  async completeMany(@Body({ schema: CompleteManyBody }) { ids, data }: z.infer<typeof CompleteManyBody>): Promise<z.infer<typeof CompletedMany>> {
    const results: ManyResult[] = [];
    for (const id of new Set(ids)) results.push(await this.oneOfMany(id, data));
    return { results };
  }

  @Get(':id')
  @ApiOkResponse({ standardSchema: TaskDetail })
  async one(@Param('id') id: string): Promise<Detail> {
    return this.view.detail(await this.access.visible(id));
  }

  /** A page of what may be chosen in a field of the task's form; with `value`, what that is called. */
  @Get(':id/choices/:field')
  @ApiOkResponse({ standardSchema: ChoicePage })
  choices(@Param('id') id: string, @Param('field') field: string, @Query({ schema: ChoicesQuery }) query: z.infer<typeof ChoicesQuery>): Promise<z.infer<typeof ChoicePage>> {
    return this.chosen.of(id, field, query);
  }

  @Post(':id/claim')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: TaskDetail })
  async claim(@Param('id') id: string): Promise<Detail> {
    return this.view.detail(await this.claims.claim(id));
  }

  @Post(':id/release')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: TaskDetail })
  async release(@Param('id') id: string): Promise<Detail> {
    return this.view.detail(await this.claims.release(id));
  }

  @Put(':id/draft')
  @ApiOkResponse({ standardSchema: DraftSaved })
  draft(@Param('id') id: string, @Body({ schema: DraftBody }) { data, version }: z.infer<typeof DraftBody>): Promise<z.infer<typeof DraftSaved>> {
    return this.drafts.save(id, data, version);
  }

  @Post(':id/complete')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: Completed })
  complete(@Param('id') id: string, @Body({ schema: CompleteBody }) { data }: z.infer<typeof CompleteBody>): Promise<z.infer<typeof Completed>> {
    return this.completion.complete(id, data);
  }

  private async oneOfMany(id: string, data: unknown): Promise<ManyResult> {
    try {
      const { submissionId, notice } = await this.completion.accept(id, data);
      return { id, ok: true, submissionId, ...(notice && { message: notice }) };
    } catch (error) {
      const language = requestContext.language();
      if (error instanceof SubmissionRejected) {
        return { id, ok: false, status: 422, code: 'submission-invalid', errors: error.problems.map(({ path, message }) => ({ path, message: message[language] })) };
      }
      if (!(error instanceof Problem)) throw error;
      const errors = error.extra['errors'];
      return { id, ok: false, status: error.status, code: error.code, message: error.text[language], ...(Array.isArray(errors) && { errors: errors as unknown[] }) };
    }
  }
}
