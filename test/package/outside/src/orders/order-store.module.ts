import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Order } from './order.entity.js';

/** The application's own database, which Tertib knows nothing of. */
@Module({
  providers: [
    {
      provide: DataSource,
      useFactory: () => new DataSource({ type: 'better-sqlite3', database: process.env['ORDERS_DATABASE'] ?? 'orders.sqlite', entities: [Order], synchronize: true }).initialize(),
    },
  ],
  exports: [DataSource],
})
export class OrderStoreModule {}
