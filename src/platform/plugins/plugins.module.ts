import { Global, Module } from '@nestjs/common';
import { PageForms } from '../../sdk/index.js';
import { PageFormsController } from './page-forms.controller.js';
import { PublishedForms } from './published-forms.js';
import { ScreensController } from './screens.controller.js';

/** What the admin asks about plugins, and the forms that their pages draw. Needs a `ScreenRegistry` from a global module. */
@Global()
@Module({
  controllers: [ScreensController, PageFormsController],
  providers: [PublishedForms, { provide: PageForms, useExisting: PublishedForms }],
  exports: [PageForms],
})
export class PluginsModule {}
