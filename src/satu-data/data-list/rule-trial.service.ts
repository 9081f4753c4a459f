import { Injectable } from '@nestjs/common';
import { Problem, Transactions } from 'tertib';
import { DatasetAccess } from '../datasets/dataset-access.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DeliveriesService } from '../deliveries/deliveries.service.js';
import { rejectAll } from '../shared/reject.js';
import type { TrialEntity } from '../trials/trial.entity.js';
import { Trials } from '../trials/trials.service.js';
import { IN_MEMORY } from '../verification/verification.service.js';
import { ListRowEntity } from './data-list.entities.js';
import type { RulesAtOnce } from './data-list.schemas.js';
import { ListAccess } from './list-access.js';
import { codeProblems } from './row-problems.js';
import { RulesOfRow, RulesTried, type Last } from './rules-tried.service.js';
import { descriptionProblems } from './table-description.js';

type Table = Readonly<Record<string, unknown>>;

/** What the rules of a row, as somebody is writing them, would have found in the last period's table. */
@Injectable()
export class RuleTrials {
  constructor(
    private readonly database: Transactions,
    private readonly access: ListAccess,
    private readonly datasets: DatasetAccess,
    private readonly deliveries: DeliveriesService,
    private readonly rules: RulesTried,
    private readonly trials: Trials,
  ) {}

  async begin(caseId: string, rowId: string, table: Table): Promise<TrialEntity> {
    const { last, given } = await this.asked(caseId, rowId, table);
    return this.trials.begin((running) => this.rules.all(last, given, running));
  }

  /** Answered while they are written; a long table is only tried where somebody asks for it and waits. */
  async atOnce(caseId: string, rowId: string, table: Table): Promise<RulesAtOnce> {
    const { last, given } = await this.asked(caseId, rowId, table);
    return { rows: last?.table.rowCount ?? null, trial: last && isLong(last) ? null : await this.rules.all(last, given) };
  }

  private async asked(caseId: string, rowId: string, table: Table): Promise<{ last: Last | null; given: RulesOfRow }> {
    await this.access.period(caseId);
    const row = await this.database.read.findOneBy(ListRowEntity, { id: rowId, periodId: caseId });
    if (!row) throw Problem.notFound();
    rejectAll(descriptionProblems(table, 'table'));
    const given = RulesOfRow.parse({ ...table, periodeData: row.values['periodeData'] });
    rejectAll(codeProblems(given.variabel).map(({ path, message }) => ({ path: `table.${path}`, message })));
    return { last: await this.last(row), given };
  }

  /** Nothing where the asker may not see it: a trial tells what its cells say. */
  private async last({ sourceId }: ListRowEntity): Promise<Last | null> {
    const [dataset] = sourceId ? await this.datasets.comingAlong(await this.database.read.findBy(DatasetEntity, { id: sourceId })) : [];
    const table = dataset?.deliveryId ? await this.deliveries.table(dataset.deliveryId) : null;
    return dataset && table ? { dataset, table } : null;
  }
}

/** Too long to be looked at beside the answers to others. */
const isLong = ({ table: { largeId, rowCount } }: Last): boolean => largeId !== null || rowCount > IN_MEMORY;
