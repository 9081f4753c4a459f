import { defineScreens } from 'tertib/screens';
import { BoardPage } from './BoardPage.js';
import { BoardsPage } from './BoardsPage.js';
import { DataListPage } from './data-list/DataListPage.js';
import { LeaderLinksPage } from './LeaderLinksPage.js';

export default defineScreens({ apiVersion: 1, pages: { board: BoardsPage, 'leader-links': LeaderLinksPage, 'board/:caseId': BoardPage, 'data-list/:caseId': DataListPage } });
