import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from 'tertib';
import type { z } from 'zod';
import { DatasetAccess } from '../datasets/dataset-access.js';
import { CommentAnswers } from './comment-answers.service.js';
import { AnswerBody, CommentedDatasets, CommentsQuery, CommentView } from './review.schemas.js';
import { SharedComments } from './shared-comments.service.js';
import { commentView } from './table-comments.service.js';

/** The threads of comments on tables, for whoever may see the data set and the comment. */
@ApiTags('satu-data')
@Controller('api/satu-data')
export class CommentsController {
  constructor(
    private readonly access: DatasetAccess,
    private readonly answers: CommentAnswers,
    private readonly shared: SharedComments,
  ) {}

  @Get('comments')
  @Permission('satu-data.discuss-data')
  @ApiOkResponse({ standardSchema: CommentedDatasets })
  all(@Query({ schema: CommentsQuery }) { page }: z.infer<typeof CommentsQuery>): Promise<CommentedDatasets> {
    return this.shared.page(page);
  }

  @Post('datasets/:id/comments/:commentId/replies')
  @Permission('satu-data.answer-comment')
  @ApiCreatedResponse({ standardSchema: CommentView })
  async answer(@Param('id') id: string, @Param('commentId') commentId: string, @Body({ schema: AnswerBody }) { text }: z.infer<typeof AnswerBody>): Promise<CommentView> {
    const dataset = await this.access.dataset(id);
    return commentView(await this.answers.answer(dataset, commentId, text), dataset);
  }

  @Post('datasets/:id/comments/:commentId/share')
  @HttpCode(200)
  @Permission('satu-data.share-comment')
  @ApiOkResponse({ standardSchema: CommentView })
  async share(@Param('id') id: string, @Param('commentId') commentId: string): Promise<CommentView> {
    const dataset = await this.access.dataset(id);
    return commentView(await this.answers.share(dataset, commentId), dataset);
  }
}
