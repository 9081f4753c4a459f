import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from 'tertib';
import { z } from 'zod';
import { RequestAccess } from '../requests/request-access.js';
import { AskBody, Messages, MessagesQuery, Places, PlacesQuery, ReadBody, Threads, ThreadsQuery } from './question.schemas.js';
import { Questions } from './questions.service.js';
import { QuestionThreads } from './threads.service.js';

const Asked = z.object({ id: z.string() });

/** Questions and answers between a producer and the office. */
@ApiTags('satu-data')
@Permission('satu-data.discuss-data')
@Controller('api/satu-data')
export class QuestionsController {
  constructor(
    private readonly access: RequestAccess,
    private readonly questions: Questions,
    private readonly threads: QuestionThreads,
  ) {}

  @Get('questions')
  @ApiOkResponse({ standardSchema: Threads })
  all(@Query({ schema: ThreadsQuery }) { page }: z.infer<typeof ThreadsQuery>): Promise<Threads> {
    return this.threads.page(page);
  }

  @Get('requests/:id/questions/:datasetId')
  @ApiOkResponse({ standardSchema: Messages })
  async of(@Param('id') id: string, @Param('datasetId') datasetId: string, @Query({ schema: MessagesQuery }) { before }: z.infer<typeof MessagesQuery>): Promise<Messages> {
    return this.questions.of(await this.access.one(id), datasetId, before);
  }

  @Post('requests/:id/questions/:datasetId')
  @ApiCreatedResponse({ standardSchema: Asked })
  async ask(@Param('id') id: string, @Param('datasetId') datasetId: string, @Body({ schema: AskBody }) { text, place }: z.infer<typeof AskBody>): Promise<z.infer<typeof Asked>> {
    return { id: await this.questions.ask(await this.access.one(id), datasetId, text, place) };
  }

  @Get('requests/:id/questions/:datasetId/rows')
  @ApiOkResponse({ standardSchema: Places })
  async rows(@Param('id') id: string, @Param('datasetId') datasetId: string, @Query({ schema: PlacesQuery }) { q }: z.infer<typeof PlacesQuery>): Promise<Places> {
    return this.questions.places(await this.access.one(id), datasetId, q);
  }

  @Put('requests/:id/questions/:datasetId/read')
  @HttpCode(204)
  @ApiNoContentResponse()
  async read(@Param('id') id: string, @Param('datasetId') datasetId: string, @Body({ schema: ReadBody }) { upTo }: z.infer<typeof ReadBody>): Promise<void> {
    await this.questions.read(await this.access.one(id), datasetId, upTo);
  }
}
