import { defineScreens } from 'tertib/screens';
import { BoardPage } from './BoardPage.js';
import { BoardsPage } from './BoardsPage.js';

export default defineScreens({ apiVersion: 1, pages: { board: BoardsPage, 'board/:caseId': BoardPage } });
