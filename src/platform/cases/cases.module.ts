import { Global, Module } from '@nestjs/common';
import { Cases, StepLedger, WorkerHooks } from '../../sdk/index.js';
import { LetterTemplates } from '../notifications/index.js';
import { LetterAnswers } from '../notifications/index.js';
import { LetterCases, PastCases, RunningReleases } from '../releases/index.js';
import { CaseAccess } from './access/case-access.js';
import { Cancellation } from './cancellation.service.js';
import { CasesController } from './cases.controller.js';
import { CasesService } from './cases.service.js';
import { Correlations } from './correlations.service.js';
import { EngineHealth } from './engine-health.js';
import { EventFilter } from './events/event-filter.js';
import { EventsController } from './events/events.controller.js';
import { EngineReader } from './feed/engine-reader.js';
import { FeedWriter } from './feed/feed-writer.js';
import { ChosenPeople } from './feed/chosen-people.js';
import { Feed } from './feed/feed.js';
import { WorkingDayTimers } from './feed/working-day-timers.js';
import { LostHolders } from './feed/lost-holders.js';
import { IncidentSync } from './feed/incident-sync.js';
import { InstanceSync } from './feed/instance-sync.js';
import { Reconciler } from './feed/reconciler.js';
import { MigratedInstances } from './feed/migrated-instances.js';
import { ReleaseFacts } from './feed/release-facts.js';
import { TaskRows } from './feed/task-rows.js';
import { IncidentsController } from './incidents.controller.js';
import { Incidents } from './incidents.service.js';
import { CommandLedger } from './outbox/command-ledger.js';
import { CommandQueue } from './outbox/command-queue.js';
import { CommandRunner } from './outbox/command-runner.js';
import { Deliverer } from './outbox/deliverer.js';
import { Outbox } from './outbox/outbox.js';
import { PlatformHooks } from './platform-hooks.js';
import { AnswersOfCase } from './letters/answers-of-case.js';
import { CasesForLetters } from './letters/cases-for-letters.js';
import { PastCasesRecord } from './past/past-cases.js';
import { ProgressRecord } from './progress.service.js';
import { ReleaseLetterTemplates } from './release-letter-templates.js';
import { ReleasesOfCases } from './releases-of-cases.js';
import { DatabaseStepLedger } from './step-ledger.service.js';
import { CaseDiagrams } from './view/case-diagrams.js';
import { CaseList } from './view/case-list.js';
import { DiagnosisController } from './diagnosis/diagnosis.controller.js';
import { WaitingEffects } from './diagnosis/waiting-effects.js';
import { CaseRebuild } from './rebuild/case-rebuild.js';
import { RebuildController } from './rebuild/rebuild.controller.js';
import { Rebuild } from './rebuild/rebuild.service.js';
import { CaseView } from './view/case-view.js';
import { RunningSteps } from './view/running-steps.js';
import { StepTimesView } from './view/step-times.js';
import { TimelineView } from './view/timeline.js';

/** Cases: the outbox to the engine, the feed from it, and the read model between. Needs `EngineClient` and `HandlerRegistry` from global modules. */
@Global()
@Module({
  controllers: [CasesController, IncidentsController, EventsController, RebuildController, DiagnosisController],
  providers: [
    ReleaseFacts,
    EngineHealth,
    Outbox,
    CommandQueue,
    CommandRunner,
    CommandLedger,
    Deliverer,
    EngineReader,
    InstanceSync,
    ChosenPeople,
    LostHolders,
    WorkingDayTimers,
    TaskRows,
    MigratedInstances,
    FeedWriter,
    IncidentSync,
    Reconciler,
    Feed,
    CaseRebuild,
    WaitingEffects,
    Rebuild,
    CasesService,
    { provide: Cases, useExisting: CasesService },
    DatabaseStepLedger,
    { provide: StepLedger, useExisting: DatabaseStepLedger },
    Correlations,
    ProgressRecord,
    PlatformHooks,
    { provide: WorkerHooks, useExisting: PlatformHooks },
    { provide: RunningReleases, useClass: ReleasesOfCases },
    { provide: PastCases, useClass: PastCasesRecord },
    AnswersOfCase,
    { provide: LetterAnswers, useExisting: AnswersOfCase },
    { provide: LetterCases, useClass: CasesForLetters },
    ReleaseLetterTemplates,
    { provide: LetterTemplates, useExisting: ReleaseLetterTemplates },
    CaseAccess,
    Cancellation,
    Incidents,
    CaseList,
    CaseView,
    CaseDiagrams,
    TimelineView,
    RunningSteps,
    StepTimesView,
    EventFilter,
  ],
  exports: [Cases, CasesService, StepLedger, WorkerHooks, RunningReleases, PastCases, LetterTemplates, LetterAnswers, LetterCases, Outbox, Deliverer, Feed, ReleaseFacts, CaseAccess, CaseList, CaseView, EngineHealth, Incidents, MigratedInstances],
})
export class CasesModule {}
