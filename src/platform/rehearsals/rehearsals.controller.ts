import { All, Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiExcludeEndpoint, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { Asker, Roles, type ProcessVariables } from '../../sdk/index.js';
import { Boards } from './board.js';
import { KeepBody, KeptSchema } from './kept/kept.schemas.js';
import { KeptTests } from './kept/kept-tests.service.js';
import { RehearsalProblem } from './rehearsals.problems.js';
import { AnswerBody, BoardSchema, ByHandBody, CurrentSchema, RehearsalSchema, type Board, type StepAnswer } from './rehearsals.schemas.js';
import { Rehearsals, type Rehearsal } from './rehearsals.service.js';

/** Rehearsing the drafts before they are published. */
@ApiTags('rehearsals')
@Roles('admin')
@Controller('api/rehearsals')
export class RehearsalsController {
  constructor(
    private readonly rehearsals: Rehearsals,
    private readonly boards: Boards,
    private readonly kept: KeptTests,
    private readonly asker: Asker,
  ) {}

  @Get('current')
  @ApiOkResponse({ standardSchema: CurrentSchema })
  async current(): Promise<z.infer<typeof CurrentSchema>> {
    const held = this.rehearsals.current();
    return { rehearsal: held && (await this.view(held)) };
  }

  /** Begins one of the drafts as they are saved; it takes a while until its state is `open`. One's own before ends. */
  @Post()
  @ApiCreatedResponse({ standardSchema: RehearsalSchema })
  async begin(): Promise<z.infer<typeof RehearsalSchema>> {
    return this.view(await this.rehearsals.begin());
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  end(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.rehearsals.end(id);
  }

  /** What goes on, and what it waits for. */
  @Get(':id/board')
  @ApiOkResponse({ standardSchema: BoardSchema })
  board(@Param('id', ParseUUIDPipe) id: string): Promise<Board> {
    return this.boards.of(this.rehearsals.opened(id));
  }

  /** Moves the rehearsal's time to this timer; those that are due before it fire before it. */
  @Post(':id/timers/:timer/fire')
  @HttpCode(204)
  @ApiNoContentResponse()
  async fire(@Param('id', ParseUUIDPipe) id: string, @Param('timer') timer: string): Promise<void> {
    const { time, recorder } = this.rehearsals.opened(id);
    const place = await time.placeOf(timer);
    await time.fire(timer);
    recorder.fired(place);
  }

  /** Whether automatic steps wait for somebody to say how they went. */
  @Put(':id/by-hand')
  @HttpCode(204)
  @ApiNoContentResponse()
  byHand(@Param('id', ParseUUIDPipe) id: string, @Body({ schema: ByHandBody }) { byHand }: z.infer<typeof ByHandBody>): void {
    this.rehearsals.opened(id).byHand.holds = byHand;
  }

  @Post(':id/automatic/:task')
  @HttpCode(204)
  @ApiNoContentResponse()
  answer(@Param('id', ParseUUIDPipe) id: string, @Param('task') task: string, @Body({ schema: AnswerBody }) answer: StepAnswer): void {
    const step = this.rehearsals.opened(id).byHand.find(task);
    if (!step) throw RehearsalProblem.noStep();
    if (answer.how === 'real') step.answer(null);
    if (answer.how === 'done') step.answer({ kind: 'complete', variables: answer.outputs as ProcessVariables });
    if (answer.how === 'error') step.answer({ kind: 'business-error', code: answer.code, message: answer.message, variables: {} });
  }

  /** Keeps what was done so far as a test. */
  @Post(':id/keep')
  @ApiCreatedResponse({ standardSchema: KeptSchema })
  async keep(@Param('id', ParseUUIDPipe) id: string, @Body({ schema: KeepBody }) { name }: z.infer<typeof KeepBody>): Promise<z.infer<typeof KeptSchema>> {
    return { id: await this.kept.keep(name, this.rehearsals.opened(id)) };
  }

  /** The rehearsal's own application, as one of its people: whatever it answers under `/api`. */
  @All(':id/as/:username/api/*path')
  @ApiExcludeEndpoint()
  async play(@Param('id', ParseUUIDPipe) id: string, @Param('username') username: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const path = request.url.slice(request.url.indexOf('/api/', '/api/'.length));
    const { play, recorder } = this.rehearsals.opened(id);
    const done = await recorder.before({ by: username, method: request.method, path, body: request.body as unknown });
    response.once('finish', () => response.statusCode < 300 && done());
    await play.play(username, path, request, response);
  }

  private async view(held: Rehearsal): Promise<z.infer<typeof RehearsalSchema>> {
    const { id, state, by, begunAt, failure } = held;
    return { id, state, by: by.name, mine: this.asker.current()?.id === by.id, begunAt: begunAt.toISOString(), failure, current: await this.rehearsals.isCurrent(held) };
  }
}
