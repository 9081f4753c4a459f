export { LanguageSwitch } from './LanguageSwitch.js';
export { PasswordPage } from './PasswordPage.js';
export { SignInPage } from './SignInPage.js';
export { useSession, useSignOut, useUser } from './session.js';
export { words as sessionWords } from './words.js';
