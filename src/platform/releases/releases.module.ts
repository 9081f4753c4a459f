import { Global, Module } from '@nestjs/common';
import { BundleImport } from './bundles/bundle-import.service.js';
import { BundlesController } from './bundles/bundles.controller.js';
import { CheckSurroundings } from './check/surroundings.service.js';
import { CatalogueController } from './catalogue/catalogue.controller.js';
import { Deployer } from './deployer.service.js';
import { DraftsController } from './drafts.controller.js';
import { Drafts } from './drafts.service.js';
import { EngineDeployments } from './engine-deployments.js';
import { Comparisons } from './comparison/comparisons.service.js';
import { ComparisonsController } from './comparison/comparisons.controller.js';
import { DeploymentPort } from './ports.js';
import { ContractPins } from './pins/contract-pins.service.js';
import { PinCheck } from './pins/pin-check.service.js';
import { LiveCheck } from './live-check.service.js';
import { LetterEditingController } from './letters/letter-editing.controller.js';
import { LetterEditing } from './letters/letter-editing.service.js';
import { FormDeskController } from './form-desk/form-desk.controller.js';
import { FormDesk } from './form-desk/form-desk.service.js';
import { PartsController } from './parts/parts.controller.js';
import { Parts } from './parts/parts.service.js';
import { PlannedController } from './planned/planned.controller.js';
import { PlanNews } from './planned/plan-news.js';
import { PlannedPublishing } from './planned/planned-publishing.service.js';
import { PlannedRun } from './planned/planned-run.js';
import { Publishing } from './publishing.service.js';
import { ReleaseCheck } from './release-check.js';
import { ReleasesController } from './releases.controller.js';
import { FourEyes } from './four-eyes.js';
import { ReplaysController } from './replay/replays.controller.js';
import { Replays } from './replay/replays.service.js';
import { Restoring } from './restoring.service.js';
import { Releases } from './releases.service.js';
import { StepPropertiesController } from './step-properties.controller.js';
import { Seeding } from './seeding.service.js';

/** Releases and drafts. Needs `HandlerCatalogue`, `RoleCatalogue`, `RoleTitles`, `StepProperties`, `RunningReleases`, `PastCases`, `LetterCases`, `MustPass`, `HandlerRegistry`, `Mailer`, `ShippedFolders`, `PageNeeds` and an `EngineClient` from a global module. */
@Global()
@Module({
  controllers: [BundlesController, ComparisonsController, ReplaysController, ReleasesController, PlannedController, DraftsController, LetterEditingController, FormDeskController, PartsController, CatalogueController, StepPropertiesController],
  providers: [Releases, Drafts, FormDesk, Parts, BundleImport, Comparisons, Replays, LiveCheck, LetterEditing, Publishing, PlannedPublishing, PlannedRun, PlanNews, Restoring, FourEyes, Deployer, ReleaseCheck, CheckSurroundings, ContractPins, PinCheck, Seeding, { provide: DeploymentPort, useClass: EngineDeployments }],
  exports: [Releases, ContractPins, LiveCheck, Publishing],
})
export class ReleasesModule {}
