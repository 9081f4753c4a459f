import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { builtInOf } from '../datasets/built-in-rules.js';
import { compareProblems } from '../datasets/compare-problems.js';
import { DataListRow, rulesOf, variablesOf } from '../datasets/data-list.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import type { CompareRule, Rule, Variable } from '../datasets/dataset.types.js';
import { ownRulesOf } from '../datasets/own-rules.js';
import { ADJUSTABLE, settingProblems } from '../datasets/rule-settings.js';
import type { DeliveryTableEntity } from '../deliveries/delivery-table.entity.js';
import { OfficeRules } from '../rules/office-rules.service.js';
import { retyped } from '../tables/retyped.js';
import { comparedColumns } from '../verification/compare.js';
import type { Running } from '../verification/duckdb/index.js';
import type { RuleName } from '../verification/finding.js';
import { judgedByOwn } from '../verification/judged.js';
import { timesBroken, type Looked } from '../verification/looked.js';
import { VerificationService } from '../verification/verification.service.js';
import type { RuleTrial } from './data-list.schemas.js';

/** What of a row says how its table looks and what it is checked for. */
export const RulesOfRow = DataListRow.pick({ variabel: true, aturanJumlah: true, aturanSendiri: true, aturanBawaan: true, kolomWilayah: true, kolomPeriode: true, wilayahDiharapkan: true, periodeData: true });
export type RulesOfRow = z.output<typeof RulesOfRow>;
export type OwnRuleTried = RuleTrial['rules'][number];

/** The last period's data set, with the table that counted. */
export interface Last {
  readonly dataset: DatasetEntity;
  readonly table: DeliveryTableEntity;
}

/** Rows of a rule that are told word for word. */
const TOLD = 5;

/** Rules of a row on the last period's table. Nothing is kept. */
@Injectable()
export class RulesTried {
  constructor(
    private readonly verification: VerificationService,
    private readonly office: OfficeRules,
  ) {}

  async all(last: Last | null, given: RulesOfRow, { signal, progress }: Running = {}): Promise<RuleTrial> {
    const variables = variablesOf(given.variabel);
    // The own rules are one look at a long table; the built-in ones are two.
    const part = (index: number): Running => ({ signal, progress: (fraction) => progress?.((index + fraction) / 3) });
    const rules = await this.own(last, ownRulesOf(given.aturanSendiri), variables, part(0));
    const builtIn = builtInOf(given.aturanBawaan);
    const usable = builtIn.length > 0 && builtIn.every((one) => settingProblems(one.rule, one).length === 0);
    const found = last && usable ? await this.checkedBothWays(last, variables, rulesOf(given, variables).filter(({ kind }) => kind !== 'compare'), [part(1), part(2)]) : null;
    return {
      rows: last?.table.rowCount ?? null, lacking: last ? lacking(last, variables, variables.map(({ name }) => name)) : [], rules,
      builtIn: builtIn.map((one) => ({ title: ADJUSTABLE[one.rule].title, problems: settingProblems(one.rule, one), ...comparedFindings(one.rule, found) })),
    };
  }

  /** As verification would: a cell that is wrong by itself is not compared. Each by itself: what one finds wrong, the others still look at. */
  async own(last: Last | null, rules: readonly CompareRule[], variables: Variable[], running: Running = {}): Promise<OwnRuleTried[]> {
    const asked = rules.map((rule) => ({ problems: compareProblems(rule, variables), rule: { ...rule, severity: 'WARNING' as const } }));
    const usable = asked.flatMap(({ problems, rule }) => (problems.length > 0 ? [] : [rule]));
    const found = last && usable.length > 0 ? await this.looked(last, variables, usable, running) : null;
    return asked.map(({ problems, rule }) => {
      const place = usable.indexOf(rule);
      if (!last || !found || place < 0) return { problems, judged: 0, lacking: [], broken: 0, examples: [] };
      return { problems, judged: judgedByOwn(found.judged, place), lacking: lacking(last, variables, comparedColumns(rule)), broken: timesBroken(found, 'compare', place), examples: examples(found, (one) => one.ownRule === place) };
    });
  }

  /** By the office's settings alone, and by the row's. */
  private async checkedBothWays(last: Last, variables: Variable[], rules: Rule[], [first, second]: readonly [Running, Running]): Promise<Both> {
    return { before: await this.looked(last, variables, rules.filter(({ kind }) => kind !== 'built-in'), first), after: await this.looked(last, variables, rules, second) };
  }

  /** A kept file is read as it was written; rows were given last year's types. */
  private async looked({ dataset, table }: Last, variables: Variable[], rules: Rule[], running: Running): Promise<Looked> {
    const asNow = table.largeId ? table : retyped(table, dataset, variables, await this.office.emptySigns());
    return this.verification.look({ ...dataset, variables, rules }, asNow, table.deliveryId, running);
  }
}

interface Both {
  readonly before: Looked;
  readonly after: Looked;
}

/** What columns are called that the last period's table does not have: they are new, or had another name. */
const lacking = ({ table: { layout } }: Last, variables: readonly Variable[], names: readonly string[]): string[] =>
  names.filter((name) => !(name in layout.columns)).map((name) => variables.find((one) => one.name === name)?.title ?? name);

const examples = ({ findings }: Looked, isOf: (finding: Looked['findings'][number]) => boolean): OwnRuleTried['examples'] =>
  findings.filter(isOf).slice(0, TOLD).map(({ row, message }) => ({ row, message: { ...message } }));

const comparedFindings = (rule: RuleName, both: Both | null): Pick<RuleTrial['builtIn'][number], 'before' | 'after' | 'examples'> =>
  both ? { before: timesBroken(both.before, rule), after: timesBroken(both.after, rule), examples: examples(both.after, (one) => one.rule === rule) } : { before: 0, after: 0, examples: [] };
