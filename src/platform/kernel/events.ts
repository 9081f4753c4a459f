import { Injectable } from '@nestjs/common';
import { EventEmitter } from 'node:events';

/** What happens in the application, by name. Payloads hold ids only: whoever may see more, asks for it. */
export interface EventMap {
  'task.changed': { taskId: string; caseId: string; role: string | null; officeId: string | null };
  'case.changed': { caseId: string };
  /** It runs on another version now: its diagrams and forms are others. */
  'case.migrated': { caseId: string };
  'incident.changed': { caseId: string };
  /** An automatic step said how far it is, or ended. */
  'progress.changed': { caseId: string; instanceId: string };
  /** An order to migrate cases came a step further. */
  'migration.changed': { orderId: string };
  'mail.queued': Record<string, never>;
  /** Something waits for the messaging gateway. */
  'message.queued': Record<string, never>;
  'engine.away': Record<string, never>;
  'engine.back': Record<string, never>;
  /** An instance moved in the engine, as far as one of our own parts knows: the feed should look now. */
  'engine.moved': { caseId: string };
}

export type EventName = keyof EventMap;

/** In-process publish and subscribe. Emit after commit, never inside a transaction. */
@Injectable()
export class Events {
  private readonly emitter = new EventEmitter().setMaxListeners(0);

  emit<N extends EventName>(name: N, payload: EventMap[N]): void {
    this.emitter.emit(name, payload);
    this.emitter.emit('*', name, payload);
  }

  /** Answers the function that ends the subscription. */
  on<N extends EventName>(name: N, listener: (payload: EventMap[N]) => void): () => void {
    this.emitter.on(name, listener);
    return () => this.emitter.off(name, listener);
  }

  onAny(listener: (name: EventName, payload: EventMap[EventName]) => void): () => void {
    this.emitter.on('*', listener);
    return () => this.emitter.off('*', listener);
  }
}
