import { Global, Module, type Type } from '@nestjs/common';
import { DiscoveryModule, DiscoveryService } from '@nestjs/core';
import { catalogueOf } from './catalogue.js';
import { HandlerCatalogue } from './handler-catalogue.js';
import { lettersOf } from './letters.js';

const classesOf = (discovery: DiscoveryService): Type[] => discovery.getProviders().flatMap(({ metatype }) => (typeof metatype === 'function' ? [metatype as Type] : []));

const catalogueWithLetters = (classes: readonly Type[]): HandlerCatalogue => new HandlerCatalogue(catalogueOf(classes), lettersOf(classes));

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
  providers: [{ provide: HandlerCatalogue, inject: [DiscoveryService], useFactory: (discovery: DiscoveryService) => catalogueWithLetters(classesOf(discovery)) }],
  exports: [HandlerCatalogue],
})
export class TertibCatalogueModule {}
