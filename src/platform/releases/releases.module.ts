import { Global, Module } from '@nestjs/common';
import { Deployer } from './deployer.service.js';
import { DraftsController } from './drafts.controller.js';
import { Drafts } from './drafts.service.js';
import { EngineDeployments } from './engine-deployments.js';
import { DeploymentPort } from './ports.js';
import { LetterPreviewController } from './letter-preview.controller.js';
import { Publishing } from './publishing.service.js';
import { ReleaseCheck } from './release-check.js';
import { ReleasesController } from './releases.controller.js';
import { Releases } from './releases.service.js';
import { Seeding } from './seeding.service.js';

/** Releases and drafts. Needs `HandlerCatalogue`, `RoleCatalogue`, `ShippedFolders` and an `EngineClient` from a global module. */
@Global()
@Module({
  controllers: [ReleasesController, DraftsController, LetterPreviewController],
  providers: [Releases, Drafts, Publishing, Deployer, ReleaseCheck, Seeding, { provide: DeploymentPort, useClass: EngineDeployments }],
  exports: [Releases],
})
export class ReleasesModule {}
