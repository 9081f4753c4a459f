import { Module } from '@nestjs/common';
import { OrderStoreModule } from './order-store.module.js';
import { OrdersController } from './orders.controller.js';

@Module({ imports: [OrderStoreModule], controllers: [OrdersController] })
export class OrdersModule {}
