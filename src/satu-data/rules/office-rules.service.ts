import { Injectable } from '@nestjs/common';
import { Asker, AuditLog, Clock, Problem, Transactions } from 'tertib';
import { isDeepStrictEqual } from 'node:util';
import { ADJUSTABLE_RULES, readSetting, USUAL, type RuleSettings } from '../datasets/rule-settings.js';
import { rejectAll } from '../shared/reject.js';
import { USUAL_SIGNS } from '../tables/empty-signs.js';
import type { EmptySign } from '../tables/sign-list.js';
import { OfficeRulesEntity } from './office-rules.entity.js';

const ID = 'office';

/** How the office weighs the built-in rules of verification, for every data set that does not say otherwise. */
@Injectable()
export class OfficeRules {
  constructor(
    private readonly database: Transactions,
    private readonly asker: Asker,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  async current(): Promise<RuleSettings> {
    return { ...USUAL, ...(await this.kept())?.settings };
  }

  /** What means no value in columns of numbers and days. */
  async emptySigns(): Promise<readonly EmptySign[]> {
    return (await this.kept())?.emptySigns ?? USUAL_SIGNS;
  }

  kept(): Promise<OfficeRulesEntity | null> {
    return this.database.read.findOneBy(OfficeRulesEntity, { id: ID });
  }

  /** For all verifications that begin from now on; what was found before stays. @throws what cannot be used, and where somebody else has set them since `version`. */
  async set(version: number, written: RuleSettings, given?: readonly EmptySign[]): Promise<void> {
    const settings = settingsIn(written);
    const [before, signsBefore] = [await this.current(), await this.emptySigns()];
    const emptySigns = [...new Set(given ?? signsBefore)];
    const sameSigns = isDeepStrictEqual(emptySigns.toSorted(), [...signsBefore].toSorted());
    const changed = ADJUSTABLE_RULES.filter((rule) => !isDeepStrictEqual(before[rule], settings[rule]));
    if (changed.length === 0 && sameSigns) return;
    const only = (all: RuleSettings) => Object.fromEntries(changed.map((rule) => [rule, all[rule]]));
    await this.database.tx(async (db) => {
      const next = { version: version + 1, settings, emptySigns, userName: this.asker.required().name, at: this.clock.now() };
      if (version === 0) await db.createQueryBuilder().insert().into(OfficeRulesEntity).values({ id: ID, ...next, version: 0 }).orIgnore().execute();
      const { affected } = await db.update(OfficeRulesEntity, { id: ID, version }, next);
      if (affected !== 1) throw setMeanwhile((await db.findOneBy(OfficeRulesEntity, { id: ID }))?.userName ?? '');
      await this.audit.write({ action: 'verification.rules-set', detail: { before: { ...only(before), ...(!sameSigns && { emptySigns: signsBefore }) }, after: { ...only(settings), ...(!sameSigns && { emptySigns }) } } });
    });
  }
}

/** Settings as somebody wrote their numbers. @throws what of them cannot be used, each at its rule. */
export function settingsIn(written: RuleSettings): RuleSettings {
  const read = ADJUSTABLE_RULES.map((rule) => ({ rule, ...readSetting(rule, written[rule]) }));
  rejectAll(read.flatMap(({ rule, problems }) => problems.map((message) => ({ path: `settings.${rule}`, message }))));
  return Object.fromEntries(read.map(({ rule, setting }) => [rule, setting])) as RuleSettings;
}

const setMeanwhile = (who: string) =>
  new Problem('rules-set-meanwhile', 409, { id: `${who} sudah mengubah aturan ini lebih dahulu. Tidak ada yang disimpan; muat ulang halaman ini, lalu ubah kembali.`, en: `${who} has changed these rules before you. Nothing was kept; load this page again and make your change anew.` });
