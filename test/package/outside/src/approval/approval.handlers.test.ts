import 'reflect-metadata';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createHandlerTest, type HandlerTest } from 'tertib/testing';
import { DataSource } from 'typeorm';
import { Order } from '../orders/order.entity.js';
import { ApprovalHandlers } from './approval.handlers.js';

describe('handlers of the approval', () => {
  let database: DataSource;
  let test: HandlerTest;
  before(async () => {
    database = await new DataSource({ type: 'better-sqlite3', database: ':memory:', entities: [Order], synchronize: true }).initialize();
    test = await createHandlerTest(ApprovalHandlers, { providers: [{ provide: DataSource, useValue: database }] });
  });
  after(async () => {
    await test.close();
    await database.destroy();
  });

  it('approve what is small', async () => {
    const { outcome } = await test.run('order.check', { orderId: 'o1', amount: 500 });
    assert.deepEqual(outcome, { kind: 'complete', variables: { approved: true } });
  });

  it('tell the diagram of an order that is invalid', async () => {
    const { outcome } = await test.run('order.check', { orderId: 'o1', amount: -1 });
    assert.equal(outcome.kind === 'business-error' && outcome.code, 'ORDER_INVALID');
  });

  it('settle an order, in a step', async () => {
    await database.manager.insert(Order, { id: 'o2', amount: 1 });
    const { steps } = await test.run('order.settle', { orderId: 'o2', approved: true });
    assert.deepEqual(steps.map(({ name }) => name), ['settled']);
    assert.equal((await database.manager.findOneByOrFail(Order, { id: 'o2' })).state, 'approved');
  });
});
