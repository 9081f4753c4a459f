import { Module } from '@nestjs/common';
import { collection } from './collection.js';
import { dissemination } from './dissemination.js';
import { reviewing } from './reviewing.js';

/** The statistics-data procedure (DISKOMINFO 2.7) with its portal. */
@Module({
  controllers: [...collection.controllers, ...dissemination.controllers, ...reviewing.controllers],
  providers: [...collection.providers, ...dissemination.providers, ...reviewing.providers],
})
export class SatuDataModule {}
