export { arrival } from './arrival.js';
export { LanguageSwitch } from './LanguageSwitch.js';
export { OtherInvited } from './OtherInvited.js';
export { PasswordPage } from './PasswordPage.js';
export { SignInPage } from './SignInPage.js';
export { useOfficeName, usePermissions, useRoles, useSession, useSignOut, useUser, useWarning } from './session.js';
export { ViewingBanner } from './ViewingBanner.js';
export { words as sessionWords } from './words.js';
