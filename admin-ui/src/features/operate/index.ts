export { IncidentsPage } from './incidents/IncidentsPage.js';
export { OverviewPage } from './OverviewPage.js';
