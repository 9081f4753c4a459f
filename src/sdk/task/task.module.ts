import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { HandlerExplorer } from './handler-explorer.js';
import { HandlerRegistry } from './handler-registry.js';

/** Collects what `@Handlers()` declare into the {@link HandlerRegistry}. @internal */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [HandlerRegistry, HandlerExplorer],
  exports: [HandlerRegistry],
})
export class TertibTaskModule {}
