import { Controller, Get, Res, type BeforeApplicationShutdown } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Asker } from '../../../sdk/index.js';
import { Events } from '../../kernel/index.js';
import { EventFilter } from './event-filter.js';
import { EventStream } from './event-stream.js';

/** Server-sent events: names and ids only. A browser that was away asks for lists anew, so no event is kept for it. */
@ApiTags('events')
@Controller('api/events')
export class EventsController implements BeforeApplicationShutdown {
  private readonly open = new Set<Response>();

  constructor(
    private readonly events: Events,
    private readonly filter: EventFilter,
    private readonly asker: Asker,
  ) {}

  @Get()
  @ApiProduces('text/event-stream')
  stream(@Res() response: Response): void {
    const principal = this.asker.required();
    this.open.add(response);
    const stream = new EventStream(
      response,
      (name, payload) => this.filter.allows(principal, name, payload),
      () => {
        unsubscribe();
        this.open.delete(response);
      },
    );
    const unsubscribe = this.events.onAny((name, payload) => stream.push(name, payload));
  }

  /** Open streams would hold a stopping server up. */
  beforeApplicationShutdown(): void {
    for (const response of this.open) response.end();
  }
}
