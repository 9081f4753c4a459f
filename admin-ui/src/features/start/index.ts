export { StartFormPage } from './StartFormPage.js';
export { StartPage } from './StartPage.js';
