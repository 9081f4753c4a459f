export { BoardPage } from './BoardPage.js';
export { BoardsPage } from './BoardsPage.js';
