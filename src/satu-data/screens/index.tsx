import { defineScreens } from 'tertib/screens';
import { AnalysisPage } from './AnalysisPage.js';
import { BoardPage } from './BoardPage.js';
import { BoardsPage } from './BoardsPage.js';
import { BoundariesPage } from './BoundariesPage.js';
import { DataListPage } from './data-list/DataListPage.js';
import { EvidencePage } from './evidence/EvidencePage.js';
import { FigurePage } from './FigurePage.js';
import { LeaderLinksPage } from './LeaderLinksPage.js';

export default defineScreens({
  apiVersion: 1,
  pages: {
    board: BoardsPage, 'leader-links': LeaderLinksPage, 'board/:caseId': BoardPage, 'data-list/:caseId': DataListPage,
    'evidence/:caseId': EvidencePage, boundaries: BoundariesPage, 'analysis/:datasetId': AnalysisPage, 'analysis/:datasetId/:figure': FigurePage,
  },
});
