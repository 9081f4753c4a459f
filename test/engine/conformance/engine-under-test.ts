import type { EngineClient } from '../../../src/sdk/engine/index.js';

/** What the suite needs of an engine; another make is put under it by implementing this. */
export interface EngineUnderTest {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly client: EngineClient;
  setClock(now: Date | null): Promise<void>;
  killAndRestart(): Promise<void>;
}

/** The engine exists only once the tests run, so the parts of the suite get a way to ask for it. */
export type GetEngine = () => EngineUnderTest;
