import { defineScreens } from 'tertib/screens';
import { AnalysisPage } from './AnalysisPage.js';
import { BoardPage } from './BoardPage.js';
import { BoardsPage } from './BoardsPage.js';
import { BoundariesPage } from './BoundariesPage.js';
import { CodeListPage } from './code-lists/CodeListPage.js';
import { CodeListsPage } from './code-lists/CodeListsPage.js';
import { DataListPage } from './data-list/DataListPage.js';
import { QuestionsPage } from './deliveries/QuestionsPage.js';
import { RoomPage } from './deliveries/RoomPage.js';
import { RoomsPage } from './deliveries/RoomsPage.js';
import { EvidencePage } from './evidence/EvidencePage.js';
import { FigurePage } from './FigurePage.js';
import { LeaderLinksPage } from './LeaderLinksPage.js';
import { MetadataPage } from './metadata/MetadataPage.js';
import { CopyPage, NewPage } from './metadata/NewPages.js';
import { RecordPage } from './metadata/RecordPage.js';
import { TablePage } from './review/TablePage.js';
import { ReviewPage } from './review/ReviewPage.js';
import { RulesPage } from './rules/RulesPage.js';

export default defineScreens({
  apiVersion: 1,
  pages: {
    board: BoardsPage, 'leader-links': LeaderLinksPage, 'board/:caseId': BoardPage, 'data-list/:caseId': DataListPage,
    metadata: MetadataPage, 'metadata/new/:kind': NewPage, 'metadata/copy/:id': CopyPage, 'metadata/:id': RecordPage, review: ReviewPage, 'review/:caseId': ReviewPage, 'review/table/:datasetId': TablePage,
    questions: QuestionsPage, 'deliveries/:caseId': RoomsPage, 'deliveries/:caseId/:requestId': RoomPage,
    'evidence/:caseId': EvidencePage, boundaries: BoundariesPage, 'code-lists': CodeListsPage, 'code-lists/:scheme': CodeListPage, rules: RulesPage, 'analysis/:datasetId': AnalysisPage, 'analysis/:datasetId/:figure': FigurePage,
  },
});
