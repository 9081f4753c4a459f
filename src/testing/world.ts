import type { INestApplicationContext } from '@nestjs/common';
import { Database } from '../platform/kernel/index.js';
import type { EngineClient } from '../sdk/index.js';
import type { TestPeople } from './people.js';
import type { Quiet } from './time/quiet.js';
import type { TestTime } from './time/test-time.js';

/** The parts of one test, for whoever looks at its cases or moves them. */
export interface World {
  readonly application: INestApplicationContext;
  readonly database: Database;
  readonly engine: EngineClient;
  readonly people: TestPeople;
  readonly time: TestTime;
  readonly quiet: Quiet;
}

/** A service of the application, wherever its module is. */
export const partOf = <T>({ application }: Pick<World, 'application'>, type: abstract new (...args: never[]) => T): T => application.get(type, { strict: false });
