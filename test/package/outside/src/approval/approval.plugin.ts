import '../procedures.generated.js';
import { Module } from '@nestjs/common';
import { definePlugin } from 'tertib';
import { OrderStoreModule } from '../orders/order-store.module.js';
import { ApprovalHandlers } from './approval.handlers.js';

@Module({ imports: [OrderStoreModule], providers: [ApprovalHandlers] })
class ApprovalModule {}

export const Approval = definePlugin({
  name: 'approval',
  module: ApprovalModule,
  entities: [],
  migrations: [],
  procedures: ['order-approval'],
  resources: new URL('../../', import.meta.url),
});
