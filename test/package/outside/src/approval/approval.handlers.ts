import { BusinessError, ExternalTask, Handlers, type TaskContext } from 'tertib';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { Order } from '../orders/order.entity.js';

const CheckInput = z.object({ orderId: z.string(), amount: z.number() });
const CheckOutput = z.object({ approved: z.boolean() });
const SettleInput = z.object({ orderId: z.string(), approved: z.boolean() });

@Handlers()
export class ApprovalHandlers {
  constructor(private readonly database: DataSource) {}

  @ExternalTask('order.check', { title: 'Check an order', input: CheckInput, output: CheckOutput })
  async check({ orderId, amount }: z.infer<typeof CheckInput>): Promise<z.infer<typeof CheckOutput>> {
    if (amount < 0) throw new BusinessError('ORDER_INVALID', `Order ${orderId} has a negative amount.`);
    return { approved: amount < 1_000 };
  }

  @ExternalTask('order.settle', { title: 'Settle an order', input: SettleInput })
  async settle({ orderId, approved }: z.infer<typeof SettleInput>, task: TaskContext): Promise<void> {
    await task.step('settled', async () => {
      await this.database.manager.update(Order, { id: orderId }, { state: approved ? 'approved' : 'refused' });
    });
  }
}
