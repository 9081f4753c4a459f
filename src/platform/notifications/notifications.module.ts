import { Global, Module } from '@nestjs/common';
import { Letters, Mailer, MailTexts } from '../../sdk/index.js';
import { PrivateMail } from '../kernel/index.js';
import { LetterAccess } from './letters/letter-access.js';
import { LetterContext } from './letters/letter-context.js';
import { LetterPreview } from './letters/letter-preview.js';
import { LettersController } from './letters/letters.controller.js';
import { LettersService } from './letters/letters.service.js';
import { MailTemplates } from './letters/mail-templates.js';
import { RegistersService } from './letters/registers.service.js';
import { DirectMail } from './mail/direct-mail.js';
import { MailController } from './mail/mail.controller.js';
import { MailSender } from './mail/mail-sender.js';
import { MailboxService } from './mail/mailbox.service.js';
import { OutboxMailer } from './mail/outbox-mailer.js';
import { PreviewRenderer, Renderer } from './rendering/renderer.js';

/** Mail and letters. Needs `LetterTemplates` and `LetterAnswers`, which `cases` provides. */
@Global()
@Module({
  controllers: [MailController, LettersController],
  providers: [
    OutboxMailer,
    { provide: Mailer, useExisting: OutboxMailer },
    MailSender,
    { provide: PrivateMail, useClass: DirectMail },
    MailboxService,
    Renderer,
    PreviewRenderer,
    RegistersService,
    LetterContext,
    LettersService,
    { provide: Letters, useExisting: LettersService },
    LetterAccess,
    LetterPreview,
    MailTemplates,
    { provide: MailTexts, useExisting: MailTemplates },
  ],
  exports: [Mailer, PrivateMail, Letters, LetterAccess, MailTexts, Renderer, LetterPreview],
})
export class NotificationsModule {}
