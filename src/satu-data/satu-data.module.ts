import { Global, Module } from '@nestjs/common';
import { CollectedTables } from 'tertib';
import { collection } from './collection.js';
import { dissemination } from './dissemination.js';
import { reviewing } from './reviewing.js';

/** The statistics-data procedure (DISKOMINFO 2.7) with its portal. Global for one thing: handlers of other plugins ask for its tables. */
@Global()
@Module({
  controllers: [...collection.controllers, ...dissemination.controllers, ...reviewing.controllers],
  providers: [...collection.providers, ...dissemination.providers, ...reviewing.providers],
  exports: [CollectedTables],
})
export class SatuDataModule {}
