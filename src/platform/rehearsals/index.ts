import { KeptTestEntity } from './kept/kept-test.entity.js';
import { KeptRehearsals1732400050000 } from './kept/kept-tests.migration.js';

export { Stages, type Script, type Stage } from './ports.js';
export { RehearsalsModule } from './rehearsals.module.js';

export const entities = [KeptTestEntity];
export const migrations = [KeptRehearsals1732400050000];
