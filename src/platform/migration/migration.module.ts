import { Module } from '@nestjs/common';
import { AutomaticSteps } from './judgement/automatic-steps.js';
import { CaseReader } from './judgement/case-parts.js';
import { DraftFit } from './judgement/draft-fit.js';
import { Judge } from './judgement/judge.js';
import { Plans } from './judgement/plans.js';
import { Timers } from './judgement/timers.js';
import { MigrationController } from './migration.controller.js';
import { CaseMover } from './orders/case-mover.js';
import { OrderLedger } from './orders/order-ledger.js';
import { OrderView } from './orders/order-view.js';
import { OrderWorker } from './orders/order-worker.js';
import { Orders } from './orders/orders.service.js';
import { Previews } from './preview.service.js';
import { RunningCases } from './running-cases.js';

/** Running cases from one version of the procedure to another: with a preview, by orders that outlive a kill. */
@Module({
  controllers: [MigrationController],
  providers: [RunningCases, Previews, CaseReader, Plans, DraftFit, Timers, AutomaticSteps, Judge, Orders, OrderLedger, OrderView, CaseMover, OrderWorker],
})
export class MigrationModule {}
