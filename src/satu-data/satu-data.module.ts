import { Module } from '@nestjs/common';
import { collection } from './collection.js';
import { dissemination } from './dissemination.js';

/** The statistics-data procedure (DISKOMINFO 2.7) with its portal. */
@Module({
  controllers: [...collection.controllers, ...dissemination.controllers],
  providers: [...collection.providers, ...dissemination.providers],
})
export class SatuDataModule {}
