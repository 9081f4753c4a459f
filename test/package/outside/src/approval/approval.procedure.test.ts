import 'reflect-metadata';
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { createProcedureTest, type ProcedureTest } from 'tertib/testing';
import { DataSource } from 'typeorm';
import { Order } from '../orders/order.entity.js';
import { Approval } from './approval.plugin.js';

let test: ProcedureTest;
before(async () => {
  process.env['ORDERS_DATABASE'] = ':memory:';
  test = await createProcedureTest({ plugins: [Approval] });
});
after(() => test.close());

it('approves a small order, and ends at once for an invalid one', async () => {
  await test.get(DataSource).manager.insert(Order, { id: 'o3', amount: 500 });
  const small = await test.start('order-approval', { variables: { orderId: 'o3', amount: 500 } });
  assert.deepEqual(await small.path(), ['start', 'check', 'settle', 'end']);
  assert.equal((await test.get(DataSource).manager.findOneByOrFail(Order, { id: 'o3' })).state, 'approved');
  const negative = await test.start('order-approval', { variables: { orderId: 'o3', amount: -1 } });
  assert.equal((await negative.path()).at(-1), 'end-invalid');
  (await test.coverage()).assert({ elements: 1, flows: 1 });
});
