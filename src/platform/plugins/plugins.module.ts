import { Module } from '@nestjs/common';
import { ScreensController } from './screens.controller.js';

/** What the admin asks about plugins. Needs a `ScreenRegistry` from a global module. */
@Module({ controllers: [ScreensController] })
export class PluginsModule {}
