import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from 'tertib';
import { DatasetReviews } from './dataset-review.service.js';
import { Recommendations } from './recommendation.service.js';
import { ReviewList } from './review-list.service.js';
import { CommentStep, CommentView, DatasetReview, LetterBody, MadeLetter, NewComment, PeriodLetter, ReviewQuery, ReviewView, SignedLetterBody } from './review.schemas.js';
import { SignedRecommendations } from './signed-recommendation.service.js';
import { TableComments } from './table-comments.service.js';

/** The statistics office's workspace, and what others see of it. */
@ApiTags('satu-data')
@Controller('api/satu-data/review')
@Permission('satu-data.see-review')
export class ReviewController {
  constructor(
    private readonly list: ReviewList,
    private readonly reviews: DatasetReviews,
    private readonly comments: TableComments,
    private readonly recommendations: Recommendations,
    private readonly signedLetters: SignedRecommendations,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: ReviewView })
  page(@Query({ schema: ReviewQuery }) query: ReviewQuery): Promise<ReviewView> {
    return this.list.page(query);
  }

  @Get('datasets/:id')
  @ApiOkResponse({ standardSchema: DatasetReview })
  dataset(@Param('id') id: string): Promise<DatasetReview> {
    return this.reviews.of(id);
  }

  @Post('datasets/:id/comments')
  @Permission('satu-data.comment-table')
  @ApiCreatedResponse({ standardSchema: CommentView })
  async comment(@Param('id') id: string, @Body({ schema: NewComment }) body: NewComment): Promise<CommentView> {
    return this.comments.add(await this.reviews.dataset(id), body);
  }

  @Patch('datasets/:id/comments/:commentId')
  @Permission('satu-data.settle-comment')
  @ApiOkResponse({ standardSchema: CommentView })
  async settle(@Param('id') id: string, @Param('commentId') commentId: string, @Body({ schema: CommentStep }) body: CommentStep): Promise<CommentView> {
    return this.comments.step(await this.reviews.dataset(id), commentId, body);
  }

  /** Keeps BPS's letter of recommendation as it was signed. */
  @Post(':caseId/signed-letter')
  @Permission('satu-data.keep-recommendation')
  @ApiCreatedResponse({ standardSchema: PeriodLetter })
  signed(@Param('caseId') caseId: string, @Body({ schema: SignedLetterBody }) body: SignedLetterBody): Promise<PeriodLetter> {
    return this.signedLetters.keep(caseId, body);
  }

  /** Draws BPS's letter of recommendation; it is a letter of the case. */
  @Post(':caseId/letter')
  @HttpCode(200)
  @Permission('satu-data.recommend')
  @ApiOkResponse({ standardSchema: MadeLetter })
  async letter(@Param('caseId') caseId: string, @Body({ schema: LetterBody }) body: LetterBody): Promise<MadeLetter> {
    const { id, file } = await this.recommendations.make(caseId, body);
    return { letterId: id, fileId: file.id, fileName: file.name };
  }
}
