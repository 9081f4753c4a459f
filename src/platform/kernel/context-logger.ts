import { ConsoleLogger } from '@nestjs/common';
import { requestContext } from './request-context.js';

/** Nest's own logger, with the correlation id of the request or task under way in every line. */
export class ContextLogger extends ConsoleLogger {
  protected override formatContext(context: string): string {
    const { correlationId } = requestContext.current() ?? {};
    return super.formatContext(context) + (correlationId === undefined ? '' : `[${correlationId}] `);
  }
}
