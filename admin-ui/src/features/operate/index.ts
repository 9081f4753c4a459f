export { ConformancePage } from './conformance/ConformancePage.js';
export { IncidentsPage } from './incidents/IncidentsPage.js';
export { OverviewPage } from './OverviewPage.js';
