import { Global, Module } from '@nestjs/common';
import { MustPass } from '../releases/index.js';
import { Boards } from './board.js';
import { KeptController } from './kept/kept.controller.js';
import { KeptRuns } from './kept/kept-runs.service.js';
import { KeptTests } from './kept/kept-tests.service.js';
import { RehearsalsController } from './rehearsals.controller.js';
import { Rehearsals } from './rehearsals.service.js';
import { StageOpening } from './stage-opening.service.js';
import { StageSlot } from './stage-slot.js';

/** Drafts rehearsed on a stage of their own. Needs `Stages` and `AccessRegistry` from a global module. */
@Global()
@Module({
  controllers: [KeptController, RehearsalsController],
  providers: [Rehearsals, Boards, StageOpening, StageSlot, KeptTests, KeptRuns, { provide: MustPass, useExisting: KeptTests }],
  exports: [MustPass],
})
export class RehearsalsModule {}
