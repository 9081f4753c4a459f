import { DraftEntity } from './draft.entity.js';
import { ReleaseDefinitionEntity } from './release-definition.entity.js';
import { ReleaseResourceEntity } from './release-resource.entity.js';
import { ReleaseEntity } from './release.entity.js';
import { ReleaseContracts1732400005000 } from './pins/release-contracts.migration.js';
import { ReleaseContractEntity } from './pins/release-contract.entity.js';
import { RestoredReleases1732400015000 } from './restored-releases.migration.js';
import { Releases1732300005000 } from './releases.migration.js';

export type { DiagramElement, DiagramSummary } from './diagram/diagram-summary.js';
export { flowElements, isNode, nodes, parseDiagram, processesOf, type Node } from './diagram/model.js';
export { LiveCheck } from './live-check.service.js';
export { FindingSchema } from './releases.schemas.js';
export { ContractPins } from './pins/contract-pins.service.js';
export { PastCases, RoleCatalogue, RoleTitles, RunningReleases, ShippedFolders, type PastPage } from './ports.js';
export type { Finding } from './finding.js';
export { procedureFacts, type ProcedureFacts, type VariableOrigin } from './procedure-facts.js';
export { readDiagrams, rolesIn, topicsOf } from './read-diagrams.js';
export { ReleaseCheck } from './release-check.js';
export type { ReleaseEntity } from './release.entity.js';
export { ReleasesModule } from './releases.module.js';
export { Releases, type StartableProcedure } from './releases.service.js';
export type { Passage, PastAnswer, PastCase, PastInstance } from './replay/past.js';
export type { Resource } from './resource.js';
export { shippedResources } from './shipped-resources.js';

export const entities = [ReleaseEntity, ReleaseResourceEntity, ReleaseDefinitionEntity, ReleaseContractEntity, DraftEntity];
export const migrations = [Releases1732300005000, ReleaseContracts1732400005000, RestoredReleases1732400015000];
