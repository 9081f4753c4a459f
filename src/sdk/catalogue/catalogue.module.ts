import { Global, Module, type Type } from '@nestjs/common';
import { DiscoveryModule, DiscoveryService } from '@nestjs/core';
import { catalogueOf } from './catalogue.js';
import { HandlerCatalogue } from './handler-catalogue.js';

const classesOf = (discovery: DiscoveryService): Type[] => discovery.getProviders().flatMap(({ metatype }) => (typeof metatype === 'function' ? [metatype as Type] : []));

/**
 * Gives the application its {@link HandlerCatalogue}: the handlers of every module that it was put together from.
 *
 * @internal
 * @example
 * \@Module({ imports: [TertibCatalogueModule, Statistics] })
 * class Application {}
 */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [{ provide: HandlerCatalogue, inject: [DiscoveryService], useFactory: (discovery: DiscoveryService) => new HandlerCatalogue(catalogueOf(classesOf(discovery))) }],
  exports: [HandlerCatalogue],
})
export class TertibCatalogueModule {}
