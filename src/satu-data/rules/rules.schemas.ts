import { z } from 'zod';

import { EMPTY_SIGNS } from '../tables/sign-list.js';

/* The screens take their types from here, so that nothing but zod and lists of words is imported. */

const Text = z.object({ id: z.string(), en: z.string() });
const RuleName = z.enum(['sum', 'whole', 'range', 'outlier', 'pattern', 'template', 'column-unknown', 'change']);
const Level = z.enum(['ERROR', 'WARNING', 'INFO', 'OFF']);
const Unit = z.enum(['unit', 'percent', 'score']);
export const RuleSettingBody = z.strictObject({ level: Level, tolerance: z.strictObject({ by: z.string().trim().max(20), in: Unit }).nullable() });
/** All of them: what is set is what was seen together. */
const Settings = z.record(RuleName, RuleSettingBody);

export const RulesToTest = z.strictObject({ settings: Settings });
/** `version` is the one that was seen. */
export const NewRules = z.strictObject({ version: z.number().int().min(0), settings: Settings, emptySigns: z.array(z.enum(EMPTY_SIGNS)).max(EMPTY_SIGNS.length).optional() });
export type NewRules = z.output<typeof NewRules>;

export const OfficeRulesView = z.object({
  version: z.number(), by: z.string().nullable(), at: z.string().nullable(),
  rules: z.array(z.object({ rule: RuleName, title: Text, about: Text, levels: z.array(Level), units: z.array(Unit), usual: RuleSettingBody, setting: RuleSettingBody })),
  /** Signs that tables may have for no value; those that are taken so, and usually are. */
  signs: z.object({ known: z.array(z.enum(EMPTY_SIGNS)), taken: z.array(z.enum(EMPTY_SIGNS)), usual: z.array(z.enum(EMPTY_SIGNS)) }),
  /** Those that stay as they are. */
  fixed: z.array(Text),
});
export type OfficeRulesView = z.infer<typeof OfficeRulesView>;

/** What was found with the rules as they are, and what would be; `left` are older tables that were not tried. */
export const OfficeTrial = z.object({
  tables: z.number(), left: z.number(),
  rules: z.array(z.object({ rule: RuleName, before: z.number(), after: z.number(), examples: z.array(z.object({ dataset: z.string(), message: Text })) })),
});
export type OfficeTrial = z.infer<typeof OfficeTrial>;
