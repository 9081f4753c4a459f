import { CollectedTables } from 'tertib';
import { AnalysisAnswers } from './analysis/analysis-answers.service.js';
import { AnalysisDesk } from './analysis/analysis-desk.service.js';
import { ListedCodes } from './analysis/listed-columns.service.js';
import { OtherDatasets } from './analysis/others/other-datasets.service.js';
import { AnalysisProcess } from './analysis/analysis-process.js';
import { AnalysisCharts } from './analysis/analysis-charts.service.js';
import { AnalysisReports } from './analysis/analysis-reports.service.js';
import { AnalysisController } from './analysis/analysis.controller.js';
import { AnalysisForms } from './analysis/analysis.forms.js';
import { AnalysisHandlers } from './analysis/analysis.handlers.js';
import { AnalysisService } from './analysis/analysis.service.js';
import { OwnAnalyses } from './analysis/own/own-analyses.service.js';
import { OwnAnalysisEntity } from './analysis/own/own-analysis.entity.js';
import { OwnAnalyses1732400100000 } from './analysis/own/own-analysis.migration.js';
import { OwnAnalysisStep1732400101100 } from './analysis/own/own-analysis-step.migration.js';
import { FigureLineages } from './analysis/figure-lineage.service.js';
import { FigureRowPages } from './analysis/figure-rows.service.js';
import { ArchiveEntity } from './archive/archive.entity.js';
import { ArchiveForms } from './archive/archive.forms.js';
import { ArchiveHandlers } from './archive/archive.handlers.js';
import { ArchiveService } from './archive/archive.service.js';
import { BoundaryController } from './boundaries/boundary.controller.js';
import { BoundaryEntity } from './boundaries/boundary.entity.js';
import { Boundaries1732400065000 } from './boundaries/boundary.migration.js';
import { BoundaryLists1732400101081 } from './boundaries/boundary-lists.migration.js';
import { BoundaryService } from './boundaries/boundary.service.js';
import { EvidenceController } from './evidence/evidence.controller.js';
import { EvidenceExport } from './evidence/evidence-export.service.js';
import { EvidenceScopes } from './evidence/evidence-scope.js';
import { EvidenceService } from './evidence/evidence.service.js';
import { OwnEvidenceController } from './evidence/own/own-evidence.controller.js';
import { OwnEvidenceEntity } from './evidence/own/own-evidence.entity.js';
import { OwnEvidence1732400101166 } from './evidence/own/own-evidence.migration.js';
import { OwnEvidence } from './evidence/own/own-evidence.service.js';
import { EvidenceSources } from './evidence/evidence-sources.js';
import { LeaderPageController } from './leader/leader-page.controller.js';
import { CatalogController } from './portal/catalog.controller.js';
import { CkanActions } from './portal/ckan-actions.js';
import { CkanController } from './portal/ckan.controller.js';
import { PortalRenderer } from './portal/portal-renderer.js';
import { PortalController } from './portal/portal.controller.js';
import { ProvenanceController } from './portal/provenance.controller.js';
import { PublicationEntity } from './publication/publication.entity.js';
import { HonestCharts1732400101210 } from './publication/honest-charts.migration.js';
import { LargeCharts1732400101092 } from './publication/large-charts.migration.js';
import { TotalsOf1732400101155 } from './publication/totals-of.migration.js';
import { PublishedCharts } from './publication/published-charts.service.js';
import { Provenance1732400101161 } from './publication/provenance.migration.js';
import { PublishedProvenances } from './publication/published-provenances.service.js';
import { Provenances } from './provenance/provenances.service.js';
import { OrderForms } from './publication/order.forms.js';
import { PublicationForms } from './publication/publication.forms.js';
import { PublicationHandlers } from './publication/publication.handlers.js';
import { HiddenCells1732400058000, Publication1732300008100 } from './publication/publication.migration.js';
import { PublicationRepository } from './publication/publication.repository.js';
import { PublicationService } from './publication/publication.service.js';
import { SameElsewhere } from './publication/same-elsewhere.service.js';

/** Steps 10 to 16 and the portal: the parts that the application's module puts in. */
export const dissemination = {
  controllers: [PortalController, ProvenanceController, CkanController, CatalogController, LeaderPageController, AnalysisController, BoundaryController, EvidenceController, OwnEvidenceController],
  providers: [
    AnalysisService, OwnAnalyses, { provide: CollectedTables, useExisting: OwnAnalyses }, AnalysisAnswers, AnalysisHandlers, AnalysisForms, PublicationRepository, PublicationService, SameElsewhere, PublishedCharts, Provenances, PublishedProvenances, PublicationHandlers, OrderForms, PublicationForms, ArchiveService, ArchiveHandlers, ArchiveForms,
    PortalRenderer, CkanActions, AnalysisDesk, OtherDatasets, ListedCodes, AnalysisProcess, FigureLineages, FigureRowPages, AnalysisCharts, AnalysisReports, BoundaryService,
    EvidenceScopes, EvidenceSources, EvidenceService, EvidenceExport, OwnEvidence,
  ],
  entities: [PublicationEntity, ArchiveEntity, BoundaryEntity, OwnAnalysisEntity, OwnEvidenceEntity],
  migrations: [Publication1732300008100, HiddenCells1732400058000, LargeCharts1732400101092, TotalsOf1732400101155, Provenance1732400101161, Boundaries1732400065000, OwnAnalyses1732400100000, OwnAnalysisStep1732400101100, BoundaryLists1732400101081, OwnEvidence1732400101166, HonestCharts1732400101210],
};
