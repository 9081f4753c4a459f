import { Injectable } from '@nestjs/common';
import { In, MoreThan, Raw } from 'typeorm';
import type { z } from 'zod';
import { Problem, Transactions } from '../../../sdk/index.js';
import { CaseEntity } from '../../cases/index.js';
import type { OrderedCasePage, OrderedCaseQuery, OrderSchema } from '../migration.schemas.js';
import { OrderedCaseEntity, type OrderedState } from './ordered-case.entity.js';
import { OrderEntity } from './order.entity.js';

type View = z.infer<typeof OrderSchema>;

/** How orders fare. */
@Injectable()
export class OrderView {
  constructor(private readonly transactions: Transactions) {}

  /** Newest first. */
  async all(): Promise<View[]> {
    const orders = await this.transactions.read.find(OrderEntity, { order: { id: 'DESC' }, take: 50 });
    return Promise.all(orders.map((order) => this.view(order)));
  }

  async one(id: string): Promise<View> {
    return this.view(await this.order(id));
  }

  /** Those that were refused tell why. */
  async cases(id: string, { state, losing, cursor, limit }: z.infer<typeof OrderedCaseQuery>): Promise<z.infer<typeof OrderedCasePage>> {
    await this.order(id);
    const { read } = this.transactions;
    const rows = await read.find(OrderedCaseEntity, { where: { orderId: id, ...(state && { state }), ...(losing && { losses: Raw((column) => `${column} <> '[]'`) }), ...(cursor && { caseId: MoreThan(cursor) }) }, order: { caseId: 'ASC' }, take: limit + 1 });
    const shown = rows.slice(0, limit);
    const titles = new Map((await read.find(CaseEntity, { where: { id: In(shown.map(({ caseId }) => caseId)) }, select: { id: true, title: true } })).map((row) => [row.id, row.title]));
    const items = shown.map(({ caseId, state: now, reasons, losses, at }) => ({ caseId, title: titles.get(caseId) ?? '', state: now, reasons: [...reasons], losses: [...losses], at: at?.toISOString() ?? null }));
    return { items, next: rows.length > limit ? (shown.at(-1)?.caseId ?? null) : null };
  }

  async view({ id, fromVersion, toVersion, state, reason, orderedByName, createdAt, endedAt }: OrderEntity): Promise<View> {
    const rows = await this.transactions.read.createQueryBuilder(OrderedCaseEntity, 'c').select('c.state', 'state').addSelect('COUNT(*)', 'cases').where('c.orderId = :id', { id }).groupBy('c.state').getRawMany<{ state: OrderedState; cases: string | number }>();
    const count = (one: OrderedState): number => Number(rows.find((row) => row.state === one)?.cases ?? 0);
    return {
      id, fromVersion, toVersion, state, reason, orderedByName, createdAt: createdAt.toISOString(), endedAt: endedAt?.toISOString() ?? null,
      waiting: count('waiting'), moved: count('moved'), refused: count('refused'), cancelled: count('cancelled'),
    };
  }

  private async order(id: string): Promise<OrderEntity> {
    const order = await this.transactions.read.findOneBy(OrderEntity, { id });
    if (!order) throw Problem.notFound();
    return order;
  }
}
