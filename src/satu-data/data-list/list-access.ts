import { Injectable } from '@nestjs/common';
import { Asker, Cases, Offices, Problem, Transactions, type Principal } from 'tertib';
import { Not, type FindOptionsWhere } from 'typeorm';
import { DatasetAccess } from '../datasets/dataset-access.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { INITIAL_STATE } from '../datasets/dataset.states.js';
import { normal } from '../tables/header-names.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { ListEntity, type ListMarkEntity } from './data-list.entities.js';
import type { Stage } from './list-fields.js';
import type { Producers } from './row-values.js';

const sourceOf = ({ officeKind }: Pick<Principal, 'officeKind'>): ListMarkEntity['source'] => (officeKind === 'bps' ? 'BPS' : 'Kasi');

/** Whose list it is, and what may be written into it now. */
@Injectable()
export class ListAccess {
  constructor(
    private readonly database: Transactions,
    private readonly access: DatasetAccess,
    private readonly asker: Asker,
    private readonly offices: Offices,
    private readonly cases: Cases,
  ) {}

  /** @throws "not found" for a producer, who is asked for data but does not draw up the list, and for the statistics office before it is asked to examine it; that is audited. */
  async period(caseId: string): Promise<PeriodEntity> {
    const period = await this.database.read.findOneBy(PeriodEntity, { id: caseId });
    if (!period) throw Problem.notFound();
    const asked = this.access.boundTo() === null || (this.access.isReviewer() && (await this.cases.visible([caseId])).has(caseId));
    return asked ? period : this.access.refuse(caseId, caseId);
  }

  /** Whose corrections the asker's are. */
  source(): ListMarkEntity['source'] {
    return sourceOf(this.asker.required());
  }

  /** The marks that somebody sees: the statistics office does not see what is corrected inside the house. */
  marks(who: Pick<Principal, 'officeKind'> = this.asker.required()): FindOptionsWhere<ListMarkEntity> {
    return sourceOf(who) === 'BPS' ? { source: 'BPS' } : {};
  }

  /** Stages whose fields the asker may write. */
  async stages(caseId: string): Promise<Stage[]> {
    const [list, sent, mayKeep, mayMark] = await Promise.all([
      this.database.read.findOneBy(ListEntity, { periodId: caseId }),
      this.database.read.existsBy(DatasetEntity, { periodId: caseId, state: Not(INITIAL_STATE) }),
      this.asker.can('satu-data.keep-list'),
      this.asker.can('satu-data.mark-list'),
    ]);
    const open = !sent && list?.state === 'open';
    return [...(open && mayKeep ? ['listing' as const] : []), ...(list && !sent && mayMark ? ['checking' as const] : []), ...(sent && mayKeep ? ['published' as const] : [])];
  }

  async producers(): Promise<Producers> {
    return new Map((await this.offices.all('produsen')).flatMap((office) => [office.id, office.code, office.name].map((key) => [normal(key), office] as const)));
  }
}
