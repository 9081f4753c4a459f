import { setImmediate as turn, setTimeout as after } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Transactions, type Language } from 'tertib';
import { In, IsNull, MoreThan } from 'typeorm';
import { variablesOf } from '../datasets/data-list.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { ownRulesIn, type CompareRule, type Variable } from '../datasets/dataset.types.js';
import { ownRuleRow, ownRulesOf } from '../datasets/own-rules.js';
import { DeliveriesService } from '../deliveries/deliveries.service.js';
import { inChunks } from '../shared/in-chunks.js';
import { insertRows } from '../shared/insert-rows.js';
import { ownRuleSentence } from '../verification/own-rule-words.js';
import { ListEntity, ListRowEntity, NO_SOURCE } from './data-list.entities.js';
import { ListDifferences } from './list-differences.service.js';
import { textOf } from './list-fields.js';
import { ListTrialEntity, type TriedRule } from './list-trial.entity.js';
import { RulesOfRow, RulesTried } from './rules-tried.service.js';
import { tableOf } from './table-description.js';
import { NO_TABLE, triedWords } from './trial-words.js';

/** Most lists are tried before anybody would wait for it. */
const AT_ONCE_MS = 3_000;
/** Rows that are looked up together. */
const CHUNK = 100;
/** Rules that a form shows: nobody reads more. */
const MOST_SHOWN = 200;
/** Rows of which the trial failed, before it is given up: it is no matter of one row then. */
const MOST_FAILED = 10;

interface AskedRow {
  readonly row: ListRowEntity;
  /** The last period's. */
  readonly dataset: DatasetEntity | null;
  readonly variables: Variable[];
  readonly changed: CompareRule[];
}

/** A rule as the form of step 5 shows it. */
export interface TriedLine {
  readonly baris: number | string;
  readonly nama: string;
  readonly aturan: string;
  readonly hasil: string;
}

/** Own rules of a list that are new or changed since the last period, tried on that period's tables: begun when the list is handed in, kept for each version of a row, and made up for when somebody looks. */
@Injectable()
export class ListTrials implements OnModuleDestroy {
  private readonly logger = new Logger(ListTrials.name);
  private readonly running = new Map<string, Promise<void>>();
  private isEnding = false;

  constructor(
    private readonly database: Transactions,
    private readonly differences: ListDifferences,
    private readonly deliveries: DeliveriesService,
    private readonly rules: RulesTried,
  ) {}

  /** Goes on by itself; whoever asks again waits for the same. */
  begin(periodId: string): Promise<void> {
    const working = this.running.get(periodId) ?? this.tryAll(periodId).catch((error: unknown) => this.logger.error(error)).finally(() => this.running.delete(periodId));
    this.running.set(periodId, working);
    return working;
  }

  /** What whoever corrects the list has to know: rules that were broken or could not be judged come first. */
  async found(periodId: string, language: Language): Promise<TriedLine[]> {
    const waiting = new AbortController();
    await Promise.race([this.begin(periodId), after(AT_ONCE_MS, undefined, { signal: waiting.signal, ref: false }).catch(() => undefined)]);
    waiting.abort();
    const left = (await this.untried(periodId, [])).length > 0;
    const lines = await this.lines(periodId, language);
    const more = lines.length - MOST_SHOWN;
    return [
      ...lines.slice(0, MOST_SHOWN),
      ...(more > 0 ? [remark(MORE[language](more))] : []),
      ...(left ? [remark((this.running.has(periodId) ? RUNNING : FAILED)[language])] : []),
    ];
  }

  async onModuleDestroy(): Promise<void> {
    this.isEnding = true;
    await Promise.all(this.running.values());
  }

  private async tryAll(periodId: string): Promise<void> {
    const list = await this.database.read.findOneBy(ListEntity, { periodId });
    // Without a period before there is no rule that is not new, and nothing to try one on.
    if (!list?.fromPeriodId) return;
    await this.differences.bringUpToDate(periodId, list.fromPeriodId);
    const failed: string[] = [];
    for (;;) {
      const ids = await this.untried(periodId, failed);
      if (ids.length === 0) return;
      const asked = await this.asked(ids);
      await this.keep(asked.filter(({ changed }) => changed.length === 0).map((one) => ({ ...one, rules: [] })));
      for (const one of asked.filter(({ changed }) => changed.length > 0)) {
        if (this.isEnding) return;
        try {
          await this.keep([{ ...one, rules: await this.tried(one) }]);
        } catch (error) {
          this.logger.error(error);
          if (failed.push(one.row.id) > MOST_FAILED) return;
        }
      }
      await turn();
    }
  }

  /** The rules of these rows that are not among those of the last period's. */
  private async asked(ids: readonly string[]): Promise<AskedRow[]> {
    const { read } = this.database;
    const rows = await read.findBy(ListRowEntity, { id: In([...ids]) });
    const sources = new Map((await read.findBy(DatasetEntity, { id: In(rows.flatMap(({ sourceId }) => sourceId ?? [])) })).map((one) => [one.id, one]));
    return rows.map((row) => {
      const dataset = sources.get(row.sourceId ?? '') ?? null;
      const { data: given } = RulesOfRow.safeParse({ ...tableOf(row.values), periodeData: row.values['periodeData'] });
      const before = ownRulesIn(dataset?.rules ?? []).map(ownRuleRow);
      return { row, dataset, variables: variablesOf(given?.variabel ?? []), changed: ownRulesOf(given?.aturanSendiri).filter((rule) => !before.some((one) => isDeepStrictEqual(one, ownRuleRow(rule)))) };
    });
  }

  private async tried({ dataset, variables, changed }: AskedRow): Promise<TriedRule[]> {
    const table = dataset?.deliveryId ? await this.deliveries.table(dataset.deliveryId) : null;
    const tried = await this.rules.own(dataset && table ? { dataset, table } : null, changed, variables);
    return changed.map((rule, index): TriedRule => {
      const { judged = 0, lacking = [], broken = 0 } = tried[index] ?? {};
      return { rule: ownRuleSentence(rule, variables), rows: table?.rowCount ?? null, judged, lacking, broken };
    });
  }

  private async keep(tried: readonly (AskedRow & { readonly rules: TriedRule[] })[]): Promise<void> {
    if (tried.length === 0) return;
    await this.database.tx(async (db) => {
      await db.delete(ListTrialEntity, { rowId: In(tried.map(({ row }) => row.id)) });
      await insertRows(db, ListTrialEntity, tried.map(({ row, dataset, rules }) => ({ rowId: row.id, periodId: row.periodId, version: row.version, deliveryId: dataset?.deliveryId ?? null, count: rules.length, rules })));
    });
  }

  /** Rows that differ from the last period's and were not tried as they are now; the first of them. Rows that are the same have no rule that is not. */
  private async untried(periodId: string, failed: readonly string[]): Promise<string[]> {
    const rows = await this.database.read.createQueryBuilder(ListRowEntity, 'r').select('r.id', 'id').innerJoin(ListEntity, 'l', 'l.periodId = r.periodId AND l.fromPeriodId IS NOT NULL')
      .leftJoin(DatasetEntity, 'd', 'd.id = r.sourceId').leftJoin(ListTrialEntity, 't', `t.rowId = r.id AND t.version = r.version AND COALESCE(t.deliveryId, '') = COALESCE(d.deliveryId, '')`)
      .where('r.periodId = :periodId AND r.removedAt IS NULL AND t.rowId IS NULL', { periodId }).andWhere(`(r.comparedTo IS NULL OR r.comparison <> 'same')`)
      .andWhere(failed.length > 0 ? 'r.id NOT IN (:...failed)' : '1 = 1', { failed }).orderBy('r.position', 'ASC').limit(CHUNK).getRawMany<{ id: string }>();
    return rows.map(({ id }) => id);
  }

  private async lines(periodId: string, language: Language): Promise<TriedLine[]> {
    const { read } = this.database;
    const trials = await read.findBy(ListTrialEntity, { periodId, count: MoreThan(0) });
    if (trials.length === 0) return [];
    const all = await read.find(ListRowEntity, { select: { id: true, version: true }, where: { periodId, removedAt: IsNull() }, order: { position: 'ASC' } });
    const numbers = new Map(all.map(({ id, version }, index) => [id, { number: index + 1, version }]));
    const current = trials.filter(({ rowId, version }) => numbers.get(rowId)?.version === version);
    const names = new Map<string, string>();
    await inChunks(current, async (some) => {
      for (const { id, values } of await read.find(ListRowEntity, { select: { id: true, values: true }, where: { id: In(some.map(({ rowId }) => rowId)) } })) names.set(id, textOf(values, 'nama'));
    });
    return current.flatMap(({ rowId, rules }) => rules.map((one) => ({ ...one, number: numbers.get(rowId)?.number ?? NO_SOURCE, name: names.get(rowId) ?? '' })))
      .toSorted((a, b) => concern(a) - concern(b) || a.number - b.number)
      .map(({ number, name, rule, rows, ...tried }) => ({ baris: number, nama: name, aturan: rule[language], hasil: rows === null ? NO_TABLE[language] : triedWords(tried, rows, language) }));
  }
}

/** Broken ones first, then those that some row could not be judged by. */
const concern = ({ broken, judged, rows }: TriedRule): number => (broken > 0 ? 0 : judged < (rows ?? 0) ? 1 : 2);

const remark = (hasil: string): TriedLine => ({ baris: '–', nama: '–', aturan: '–', hasil });
const MORE: Readonly<Record<Language, (count: number) => string>> = {
  id: (count) => `Masih ada ${count} aturan lain: buka barisnya pada Daftar data, lalu Kolom tabel.`,
  en: (count) => `There are ${count} more rules: open their rows in the data list, then Table columns.`,
};
const RUNNING: Readonly<Record<Language, string>> = { id: 'Aturan lain masih dicoba. Buka lagi tugas ini sebentar lagi.', en: 'Other rules are still being tried. Open this task again in a moment.' };
const FAILED: Readonly<Record<Language, string>> = { id: 'Aturan lain belum dapat dicoba karena gangguan pada server. Buka lagi tugas ini; bila berulang, beri tahu administrator.', en: 'Other rules could not be tried, because something failed on the server. Open this task again; if it repeats, tell the administrator.' };
