import { LetterEntity } from './letters/letter.entity.js';
import { RegisterEntity, RegisterNumberEntity } from './letters/register.entity.js';
import { MailEntity } from './mail/mail.entity.js';
import { LettersAbout1732400101121 } from './letters-about.migration.js';
import { MailCorrelation1732400004000 } from './mail-correlation.migration.js';
import { MailLanguage1732400101050 } from './mail-language.migration.js';
import { Notifications1732300004000 } from './notifications.migration.js';

export { NotificationsModule } from './notifications.module.js';
export { LetterAccess } from './letters/letter-access.js';
export { LetterEntity } from './letters/letter.entity.js';
export { MailEntity } from './mail/mail.entity.js';
export { LetterTemplates, type LetterTemplate } from './letters/letter-templates.js';
export { ANSWERS, LetterAnswers, type Answers } from './letters/letter-answers.js';
export { HIDDEN_VALUES, OFFICE_VALUES } from './letters/office-values.js';
export { LETTER_HELPERS } from './letters/letter-helpers.js';
export { isMail, LetterPreview, type LetterInput, type Preview } from './letters/letter-preview.js';
export { LETTER_TITLES } from './letters/letter-titles.js';
export { PLAIN_LAYOUT } from './letters/plain-layout.js';
export { LetterRow, LetterList } from './letters/letters.schemas.js';
export { Renderer, RenderError, type PagePicture } from './rendering/renderer.js';
export type { Letterhead, Signer } from './letters/office-settings.js';

export const entities = [MailEntity, LetterEntity, RegisterEntity, RegisterNumberEntity];
export const migrations = [Notifications1732300004000, MailCorrelation1732400004000, MailLanguage1732400101050, LettersAbout1732400101121];
