import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { RuleTrial } from '../data-list/data-list.schemas.js';
import { OfficeTrial } from '../rules/rules.schemas.js';
import { TrialId, trialOf, type Trial } from './trials.schemas.js';
import { Trials } from './trials.service.js';
import { trialView } from './trial-view.js';

const AnyTrial = trialOf(OfficeTrial.or(RuleTrial));

/** How far a trial of rules is, for whoever began it. */
@ApiTags('satu-data')
@Controller('api/satu-data/trial')
export class TrialsController {
  constructor(private readonly trials: Trials) {}

  @Get()
  @ApiOkResponse({ standardSchema: AnyTrial })
  async one(@Query({ schema: TrialId }) { id }: TrialId): Promise<Trial<OfficeTrial | RuleTrial>> {
    return trialView(await this.trials.of(id));
  }

  @Post('stop')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: AnyTrial })
  async stop(@Body({ schema: TrialId }) { id }: TrialId): Promise<Trial<OfficeTrial | RuleTrial>> {
    return trialView(await this.trials.stop(id));
  }
}
