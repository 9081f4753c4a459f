import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from 'tertib';
import { z } from 'zod';
import { BuiltInChoice } from '../data-list/data-list.schemas.js';
import { ADJUSTABLE, ADJUSTABLE_RULES, isAdjustable, writtenSetting } from '../datasets/rule-settings.js';
import { LargeRecounts } from '../large/large-recounts.js';
import { USUAL_SIGNS } from '../tables/empty-signs.js';
import { EMPTY_SIGNS } from '../tables/sign-list.js';
import { CHECK_TITLES } from '../verification/checks-passed.js';
import { trialView } from '../trials/trial-view.js';
import { trialOf, type Trial } from '../trials/trials.schemas.js';
import { OfficeRules } from './office-rules.service.js';
import { OfficeTrials } from './office-trial.service.js';
import { NewRules, OfficeRulesView, OfficeTrial, RulesToTest } from './rules.schemas.js';

const OfficeTrialRun = trialOf(OfficeTrial);

/** Told elsewhere on the page; or no rule but what is said of a table. */
const NEVER_LISTED: ReadonlySet<string> = new Set(['compare', 'reading']);

/** The built-in rules of verification, as the office weighs them. */
@ApiTags('satu-data')
@Controller('api/satu-data/rules')
@Permission('satu-data.keep-rules')
export class RulesController {
  constructor(
    private readonly rules: OfficeRules,
    private readonly trials: OfficeTrials,
    private readonly recounts: LargeRecounts,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: OfficeRulesView })
  async all(): Promise<OfficeRulesView> {
    const [kept, settings, taken] = await Promise.all([this.rules.kept(), this.rules.current(), this.rules.emptySigns()]);
    return {
      version: kept?.version ?? 0, by: kept?.userName ?? null, at: kept?.at.toISOString() ?? null,
      rules: ADJUSTABLE_RULES.map((rule) => ({ rule, ...ADJUSTABLE[rule], levels: [...ADJUSTABLE[rule].levels], units: [...ADJUSTABLE[rule].units], usual: writtenSetting(ADJUSTABLE[rule].usual), setting: writtenSetting(settings[rule]) })),
      signs: { known: [...EMPTY_SIGNS], taken: [...taken], usual: [...USUAL_SIGNS] },
      fixed: Object.entries(CHECK_TITLES).flatMap(([rule, title]) => (isAdjustable(rule) || NEVER_LISTED.has(rule) ? [] : [title])),
    };
  }

  @Put()
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: OfficeRulesView })
  async set(@Body({ schema: NewRules }) { version, settings, emptySigns }: NewRules): Promise<OfficeRulesView> {
    await this.rules.set(version, settings, emptySigns);
    void this.recounts.all();
    return this.all();
  }

  @Post('try')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: OfficeTrialRun })
  async try(@Body({ schema: RulesToTest }) { settings }: z.output<typeof RulesToTest>): Promise<Trial<OfficeTrial>> {
    return trialView(await this.trials.begin(settings));
  }
}

/** What a row of the data list may set otherwise. */
@ApiTags('satu-data')
@Controller('api/satu-data/built-in-rules')
@Permission('satu-data.see-list')
export class BuiltInRulesController {
  @Get()
  @ApiOkResponse({ standardSchema: z.array(BuiltInChoice) })
  all(): BuiltInChoice[] {
    return ADJUSTABLE_RULES.map((rule) => { const { title, levels, units } = ADJUSTABLE[rule]; return { rule, title, levels: [...levels], units: [...units] }; });
  }
}
