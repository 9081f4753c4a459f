import { Injectable } from '@nestjs/common';
import { Offices, Transactions, type Text } from 'tertib';
import { And, Equal, ILike, In } from 'typeorm';
import { VOUCHED } from '../../changes/tables-before.service.js';
import { isWider } from '../../datasets/access-class.js';
import { DatasetAccess } from '../../datasets/dataset-access.js';
import { notFoundUnfit, wasPublished } from '../../datasets/dataset-history.js';
import { DatasetEntity } from '../../datasets/dataset.entity.js';
import { DATASET_STATES, type DatasetState } from '../../datasets/dataset.states.js';
import { isGuarded } from '../../disclosure/unpublished.js';
import { sameName } from '../formula/other-column.js';
import { columnsNamed, othersNamed } from './others-named.js';
import type { OtherGiven } from './other-given.js';
import { SAID } from './other-words.js';

/** A data set that formulas name; null with the reason where it cannot be used. */
export interface OtherFound extends Omit<OtherGiven, 'given'> {
  readonly dataset: DatasetEntity | null;
}

/** From here data may come no more. */
const ENDED: readonly DatasetState[] = ['not_available', 'not_ours', 'late', 'incomplete', 'cancelled'];

/** Finds the data sets of the same period that the formulas of one name, as far as the asker may see them and they may be used. */
@Injectable()
export class OtherDatasets {
  constructor(
    private readonly database: Transactions,
    private readonly access: DatasetAccess,
    private readonly offices: Offices,
  ) {}

  /** Each once, in the order of the formulas. */
  async of(dataset: DatasetEntity): Promise<OtherFound[]> {
    const names = othersNamed(dataset.indicators);
    if (names.length === 0) return [];
    const there = await this.named(dataset.periodId, names);
    return Promise.all(names.map(async (name) => this.one(dataset, name, namedBy(name, there))));
  }

  /** However a name is spaced, and whatever its letters: of a period's many names the database leaves out those that cannot be meant. */
  private async named(periodId: string, names: readonly string[]): Promise<DatasetEntity[]> {
    const where = names.map(likeName).flatMap((like) => [{ periodId, code: ILike(like) }, { periodId, title: ILike(like) }]);
    const alike = await this.database.read.find(DatasetEntity, { select: { id: true, code: true, title: true }, where });
    return this.database.read.findBy(DatasetEntity, { id: In(names.flatMap((name) => namedBy(name, alike).map(({ id }) => id))) });
  }

  private async one(own: DatasetEntity, name: string, found: readonly DatasetEntity[]): Promise<OtherFound> {
    const [dataset] = found;
    const not = (lacks: Text, stamp: string | null = null): OtherFound => ({ name, title: name, dataset: null, lacks, stamp, wasPublished: false, isPublicOnly: false });
    if (!dataset || found.length > 1) return not(dataset ? SAID.several(name) : SAID.unknown(name));
    const lacks = await this.lacking(own, dataset);
    const stamp = lacks ? null : dataset.deliveryId;
    const [[seen], published] = await Promise.all([this.access.besides([dataset]), this.wasPublished(dataset)]);
    // Who may not see it is told nothing of it but what the formula says, and what everybody may read.
    const isPublic = published && columnsNamed(own.indicators, name).every((column) => !isGuarded(dataset.variables, column));
    if (!seen && !isPublic) return not(SAID.others(name), stamp);
    const office = await this.offices.byId(dataset.officeId);
    const title = office ? `${dataset.title}, ${office.name}` : dataset.title;
    return { name, title, dataset: lacks ? null : dataset, lacks, stamp, wasPublished: published, isPublicOnly: !seen };
  }

  private async wasPublished({ id, state }: DatasetEntity): Promise<boolean> {
    return state === 'published' || (state === 'archived' && (await this.database.read.existsBy(DatasetEntity, { id: And(Equal(id), wasPublished()) })));
  }

  private async lacking(own: DatasetEntity, { id, title, riskClass, state, deliveryId }: DatasetEntity): Promise<Text | null> {
    if (id === own.id) return SAID.itself(title);
    if (riskClass === 'tertutup') return SAID.closed(title);
    if (isWider(own.riskClass, riskClass)) return SAID.closer(title);
    const { name } = DATASET_STATES[state];
    if (ENDED.includes(state)) return SAID.ended(title, name);
    if (!deliveryId || !VOUCHED.includes(state)) return state === 'archived' ? SAID.ended(title, name) : SAID.notReady(title, name);
    return (await this.database.read.existsBy(DatasetEntity, { id: And(Equal(id), notFoundUnfit()) })) ? null : SAID.unfit(title);
  }
}

/** A pattern of all that {@link sameName} takes for this name: between letters and digits there may be anything. */
const likeName = (name: string): string => `%${sameName(name).replaceAll(/[^a-z0-9]+/g, '%')}%`;

/** An ID names one; otherwise what is called so. */
function namedBy<T extends Pick<DatasetEntity, 'code' | 'title'>>(name: string, datasets: readonly T[]): T[] {
  const byCode = datasets.filter(({ code }) => sameName(code) === sameName(name));
  return byCode.length > 0 ? byCode : datasets.filter(({ title }) => sameName(title) === sameName(name));
}
