import { Module, type DynamicModule } from '@nestjs/common';
import { HealthController } from './health.controller.js';
import type { AppConfig } from './platform/kernel/index.js';
import type { Plugin } from './sdk/index.js';
import { TertibModule } from './tertib.module.js';
import { TestClockController } from './test-clock.controller.js';

/** The whole application as `npm start` runs it. */
@Module({})
export class AppModule {
  static forRoot(config: AppConfig, plugins: readonly Plugin[]): DynamicModule {
    return {
      module: AppModule,
      imports: [TertibModule.withConfig(plugins, { useFactory: () => config })],
      controllers: [HealthController, ...(config.test ? [TestClockController] : [])],
    };
  }
}
