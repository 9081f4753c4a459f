import type { INestApplicationContext } from '@nestjs/common';
import type { RequestHandler } from 'express';
import type { EngineClient, StandIn } from '../../sdk/index.js';
import type { OfficeCopy } from '../identity/index.js';
import type { Resource } from '../releases/index.js';

/** What is put on a stage. */
export interface Script {
  readonly resources: readonly Resource[];
  readonly office: OfficeCopy;
  /** Roles that nobody has, with a name for who plays them. */
  readonly vacant: readonly { readonly key: string; readonly name: string }[];
  /** Who is asked how an automatic step goes. */
  readonly standIn: StandIn;
}

/** An application and an engine of a rehearsal's own, which share no data with the real ones. */
export interface Stage {
  readonly application: INestApplicationContext;
  /** The application's HTTP interface, which listens nowhere. */
  readonly handle: RequestHandler;
  readonly engine: EngineClient;
  /** Lets the engine's clock and the application's run so many milliseconds ahead of the machine's. */
  setAhead(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

/** Builds stages; provided by whoever puts the parts together. */
export abstract class Stages {
  /** @throws where there is no JDK or the version cannot be deployed, saying why. */
  abstract build(script: Script, signal: AbortSignal): Promise<Stage>;
}
