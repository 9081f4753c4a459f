import { Module } from '@nestjs/common';
import { TertibModule } from 'tertib';
import { Approval } from './approval/approval.plugin.js';
import { OrdersModule } from './orders/orders.module.js';
import { Settings, SettingsModule } from './settings.js';

@Module({
  imports: [
    TertibModule.forRootAsync({
      plugins: [Approval],
      imports: [SettingsModule],
      inject: [Settings],
      useFactory: ({ tertib }: Settings) => tertib,
    }),
    OrdersModule,
  ],
})
export class AppModule {}
