export { AuditPage } from './AuditPage.js';
export { HolidaysPage } from './HolidaysPage.js';
export { MailPage } from './MailPage.js';
export { OfficePage } from './OfficePage.js';
export { OfficesPage } from './OfficesPage.js';
export { PeoplePage } from './PeoplePage.js';
export { RolesPage } from './RolesPage.js';
export { SettingsLayout } from './SettingsLayout.js';
