import type { Response } from 'express';
import type { EventMap, EventName } from '../../kernel/index.js';

const GATHER_MS = 100;
const HEARTBEAT_MS = 20_000;
/** The browser comes back by itself, and whether it may is asked anew. */
const LONGEST_MS = 15 * 60_000;

/** One browser's event stream. Bursts of the same event are sent once. */
export class EventStream {
  private readonly waiting = new Map<string, { name: EventName; payload: EventMap[EventName] }>();
  private readonly timers: NodeJS.Timeout[] = [];
  private flushing: NodeJS.Timeout | undefined;
  private count = 0;

  constructor(
    private readonly response: Response,
    private readonly allows: (name: EventName, payload: EventMap[EventName]) => Promise<boolean>,
    onClose: () => void,
  ) {
    response.status(200).set({ 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    response.flushHeaders();
    response.write('retry: 2000\n\n');
    this.timers.push(setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS).unref(), setTimeout(() => response.end(), LONGEST_MS).unref());
    response.on('close', () => {
      this.timers.forEach(clearTimeout);
      clearTimeout(this.flushing);
      onClose();
    });
  }

  push(name: EventName, payload: EventMap[EventName]): void {
    this.waiting.set(`${name} ${JSON.stringify(payload)}`, { name, payload });
    this.flushing ??= setTimeout(() => void this.flush(), GATHER_MS);
  }

  private async flush(): Promise<void> {
    this.flushing = undefined;
    const events = [...this.waiting.values()];
    this.waiting.clear();
    for (const { name, payload } of events) {
      if (!(await this.allows(name, payload).catch(() => false)) || this.response.writableEnded) continue;
      this.response.write(`id: ${++this.count}\nevent: ${name}\ndata: ${JSON.stringify(payload)}\n\n`);
    }
  }
}
