import { Module } from '@nestjs/common';
import { ConformanceController } from './conformance/conformance.controller.js';
import { Conformance } from './conformance/conformance.service.js';
import { References } from './conformance/references.service.js';
import { IncidentGroups } from './incidents/incident-groups.service.js';
import { IncidentInput } from './incidents/incident-input.service.js';
import { RepairsController } from './incidents/repairs.controller.js';
import { Repairs } from './incidents/repairs.service.js';
import { MovesController } from './moves/moves.controller.js';
import { Moves } from './moves/moves.service.js';
import { CaseStanding } from './moves/standing.service.js';
import { OfficialsOnly } from './officials-only.js';
import { OperateController } from './operate.controller.js';
import { DrawnDiagrams } from './overview/drawn-diagrams.service.js';
import { KeptOverviews } from './overview/kept-overviews.js';
import { OverviewService } from './overview/overview.service.js';
import { ProcedureList } from './overview/procedure-list.service.js';
import { SearchFields } from './overview/search-fields.service.js';
import { CaseSearch } from './search/case-search.service.js';

/** Looking on over all cases, and repairing what hangs. */
@Module({
  controllers: [OperateController, ConformanceController, RepairsController, MovesController],
  providers: [OfficialsOnly, DrawnDiagrams, SearchFields, ProcedureList, OverviewService, KeptOverviews, CaseSearch, IncidentGroups, IncidentInput, Repairs, CaseStanding, Moves, References, Conformance],
})
export class OperateModule {}
