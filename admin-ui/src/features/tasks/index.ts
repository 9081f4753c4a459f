export { CompleteMany } from './CompleteMany.js';
export { TaskPage } from './TaskPage.js';
export { TasksPage } from './TasksPage.js';
