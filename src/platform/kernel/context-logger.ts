import { ConsoleLogger } from '@nestjs/common';
import { requestContext } from './request-context.js';

/**
 * Nest's own logger, with the correlation id of the request or task under way in every line.
 *
 * @public
 * @example
 * const app = await NestFactory.create(AppModule, { logger: new ContextLogger({ logLevels: ['fatal', 'error', 'warn'] }) });
 */
export class ContextLogger extends ConsoleLogger {
  /** @internal */
  protected override formatContext(context: string): string {
    const { correlationId } = requestContext.current() ?? {};
    return super.formatContext(context) + (correlationId === undefined ? '' : `[${correlationId}] `);
  }
}
