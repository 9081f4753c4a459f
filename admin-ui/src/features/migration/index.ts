export { ChoosePage } from './ChoosePage.js';
export { OrderPage } from './OrderPage.js';
export { RunningPage } from './RunningPage.js';
