import { Injectable } from '@nestjs/common';
import { Asker, Transactions } from 'tertib';
import { And, In, Not } from 'typeorm';
import { DatasetAccess } from '../datasets/dataset-access.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DatasetStateEntity } from '../datasets/dataset-state.entity.js';
import { wasPublished } from '../datasets/dataset-history.js';
import { INITIAL_STATE } from '../datasets/dataset.states.js';
import { PublicationEntity } from '../publication/publication.entity.js';
import { RequestEntity } from '../requests/request.entity.js';
import { configuredAddress } from '../shared/configured-address.js';
import type { RowPlace, RowView } from './data-list.schemas.js';

type Standing = Pick<RowView, 'state' | 'published'>;
const LISTED: Standing = { state: INITIAL_STATE, published: false };

/** What became of rows: the state of the data set that each is, and where that can be looked at. */
@Injectable()
export class RowStates {
  constructor(
    private readonly database: Transactions,
    private readonly access: DatasetAccess,
    private readonly asker: Asker,
  ) {}

  /** In one query while the list is drawn up, when there is nothing to tell. BPS is told of what it was sent. */
  async of(ids: readonly string[]): Promise<(id: string) => Standing> {
    const { read } = this.database;
    const moved = await read.find(DatasetEntity, { select: { id: true, state: true }, where: { id: In([...ids]), state: Not(INITIAL_STATE) } });
    const archived = moved.flatMap(({ id, state }) => (state === 'archived' ? [id] : []));
    const [published, sent] = await Promise.all([
      archived.length === 0 ? [] : read.find(DatasetEntity, { where: { id: And(In(archived), wasPublished()) }, select: { id: true } }),
      moved.length === 0 || !this.access.isReviewer() ? null : read.find(DatasetStateEntity, { where: { datasetId: In(moved.map(({ id }) => id)), after: 'sent_to_bps' }, select: { datasetId: true } }),
    ]);
    const [isPublic, wasSent] = [new Set(published.map(({ id }) => id)), sent && new Set(sent.map(({ datasetId }) => datasetId))];
    const standing = new Map(moved.map(({ id, state }): [string, Standing] => [id, { state: wasSent === null || wasSent.has(id) ? state : null, published: state === 'published' || isPublic.has(id) }]));
    return (id) => standing.get(id) ?? LISTED;
  }

  /** Pages that the asker may open. */
  async places(id: string): Promise<RowPlace[]> {
    const { read } = this.database;
    const dataset = await read.findOne(DatasetEntity, { select: { id: true, periodId: true, officeId: true, state: true, deliveryId: true }, where: { id, state: Not(INITIAL_STATE) } });
    if (!dataset) return [];
    const { periodId, officeId, deliveryId } = dataset;
    const [mayDeliveries, mayReview, request, publication, came] = await Promise.all([
      this.asker.can('satu-data.see-deliveries'), this.asker.can('satu-data.see-review'), read.findOneBy(RequestEntity, { periodId, officeId }),
      read.findOne(PublicationEntity, { select: { id: true, slug: true }, where: { datasetId: id } }), read.find(DatasetStateEntity, { select: { id: true, after: true }, where: { datasetId: id, after: In(['complete', 'sent_to_bps']) } }),
    ]);
    const has = (state: string) => came.some(({ after }) => after === state);
    const reviewer = this.access.isReviewer();
    const maySee = reviewer ? has('sent_to_bps') : mayDeliveries || mayReview;
    return [
      ...(mayDeliveries && !reviewer && request ? [{ kind: 'delivery' as const, address: `/satu-data/deliveries/${periodId}/${request.id}` }] : []),
      ...(maySee && deliveryId !== null && has('complete') ? [{ kind: 'analysis' as const, address: `/satu-data/analysis/${id}` }] : []),
      ...(publication ? [{ kind: 'portal' as const, address: `${configuredAddress() ?? ''}/dataset/${publication.slug}` }] : []),
    ];
  }
}
