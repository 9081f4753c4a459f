import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { FileStore, type FileRef, type Mail, type Settings } from '../../../sdk/index.js';
import { AppConfig, Events, requestContext, SystemClock } from '../../kernel/index.js';
import { withDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { MailCorrelation1732400004000 } from '../mail-correlation.migration.js';
import { MailLanguage1732400101050 } from '../mail-language.migration.js';
import { Notifications1732300004000 } from '../notifications.migration.js';
import { LetterEntity } from '../letters/letter.entity.js';
import { RegisterEntity, RegisterNumberEntity } from '../letters/register.entity.js';
import { DirectMail } from './direct-mail.js';
import { MailEntity } from './mail.entity.js';
import { MailSender } from './mail-sender.js';
import { OutboxMailer } from './outbox-mailer.js';

const attachment: FileRef = { id: 'f1', name: 'surat.pdf', size: 5, type: 'application/pdf', sha256: 'x' };
const files = { read: async () => Buffer.from('%PDF-') } as unknown as FileStore;
const settings = { get: async (_key: string, fallback: unknown) => fallback } as unknown as Settings;
const mail = (key: string, more: Partial<Mail> = {}): Mail => ({ key, to: ['operator@disdik.example'], subject: 'Permintaan data', text: 'Isi surat: données', ...more });

/** A real mail server on a port of its own; `refuse` answers recipients with an error. */
async function mailServer(port: number, received: ParsedMail[], refuse?: number): Promise<SMTPServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => done(refuse ? Object.assign(new Error('no such mailbox'), { responseCode: refuse }) : null),
    onData: (stream, _session, done) => void simpleParser(stream).then((parsed) => (received.push(parsed), done()), done),
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return server;
}
const portOf = (server: SMTPServer) => (server.server.address() as AddressInfo).port;
const stop = (server: SMTPServer) => new Promise<void>((resolve) => server.close(() => resolve()));

describe('mail', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'tertib-mail-'));
  let db: TestDatabase;
  let clock: SystemClock;
  let events: Events;
  let server: SMTPServer;
  let received: ParsedMail[];
  const senders: MailSender[] = [];

  beforeEach(async () => {
    db = await withDatabase({ entities: [MailEntity, LetterEntity, RegisterEntity, RegisterNumberEntity], migrations: [Notifications1732300004000, MailCorrelation1732400004000, MailLanguage1732400101050] });
    [clock, events, received] = [new SystemClock(), new Events(), []];
    server = await mailServer(0, received);
  });
  afterEach(async () => {
    await Promise.all(senders.splice(0).map((sender) => sender.onModuleDestroy()));
    await stop(server);
    await db.close();
  });
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  const start = (smtp: string | undefined) => {
    const config = new AppConfig({ TERTIB_DATA: dataDir, MAIL_FROM: 'Satu Data <data@diskominfo.example>', ...(smtp && { SMTP_URL: smtp }) });
    const sender = new MailSender(db.database, files, settings, clock, events, config);
    senders.push(sender);
    return { sender, mailer: new OutboxMailer(db.database, clock, config, events) };
  };
  const url = (port = portOf(server)) => `smtp://127.0.0.1:${port}`;
  const stored = (key: string) => db.database.read.findOneByOrFail(MailEntity, { key });

  describe('with a secret', () => {
    const secret = { to: 'sari@disdik.example', subject: 'Tautan', text: 'https://contoh.example/#rahasia', shown: 'Tautan tidak disimpan.' };
    const direct = (smtp: string | undefined) => new DirectMail(new AppConfig({ TERTIB_DATA: dataDir, ...(smtp && { SMTP_URL: smtp }) }), db.database, clock, settings);
    const rows = () => db.database.read.find(MailEntity);

    it('goes out at once, and only that it did is kept', async () => {
      await direct(url()).send(secret);
      expect(received.map(({ text }) => text?.trim())).toEqual([secret.text]);
      expect(await rows()).toMatchObject([{ state: 'sent', recipients: [secret.to], text: secret.shown }]);
      expect(JSON.stringify(await rows())).not.toContain('rahasia');
    });

    it('leaves nothing where it is refused, the server is away, the address is none, or there is no server', async () => {
      await stop(server);
      await expect(direct(url(1)).send(secret)).rejects.toThrow(/ECONNREFUSED/);
      server = await mailServer(0, received, 550);
      await expect(direct(url()).send(secret)).rejects.toThrow(/no such mailbox/);
      await expect(direct(url()).send({ ...secret, to: 'a@b.example, c@d.example' })).rejects.toThrow(/Not an address/);
      expect(direct(undefined).available).toBe(false);
      await expect(direct(undefined).send(secret)).rejects.toThrow(/No mail server/);
      expect([await rows(), received]).toEqual([[], []]);
    });
  });

  it('carries the correlation id of whoever wrote it', async () => {
    const { sender, mailer } = start(url());
    await requestContext.run({ correlationId: 'chain-1', language: 'id', principal: null }, () => mailer.send(mail('a')));
    await mailer.send(mail('b'));
    await sender.look();
    expect(received.map(({ headers }) => headers.get('x-correlation-id'))).toEqual(['chain-1', undefined]);
  });

  it('sends with text, attachment, sender and a Message-ID of its own', async () => {
    const { sender, mailer } = start(url());
    await mailer.send(mail('a', { attachments: [attachment] }));
    await sender.look();
    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({ subject: 'Permintaan data', text: 'Isi surat: données', from: { value: [{ address: 'data@diskominfo.example', name: 'Satu Data' }] } });
    expect(received[0]?.attachments[0]).toMatchObject({ filename: 'surat.pdf', contentType: 'application/pdf' });
    const row = await stored('a');
    expect(row).toMatchObject({ state: 'sent', attempts: 1, messageId: received[0]?.messageId });
    expect(row.messageId).toMatch(/^<[0-9a-f-]{36}@diskominfo\.example>$/);
  });

  it('sends after the commit, by itself, and nothing after a roll-back', async () => {
    const { sender, mailer } = start(url());
    sender.onApplicationBootstrap();
    const failed = db.database.tx(async () => {
      await mailer.send(mail('gone'));
      throw new Error('later');
    });
    await expect(failed).rejects.toThrow('later');
    await db.database.tx(async () => {
      await mailer.send(mail('b'));
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(received).toHaveLength(0);
    });
    for (let tries = 0; tries < 100 && received.length === 0; tries++) await new Promise((resolve) => setTimeout(resolve, 30));
    await sender.look();
    expect(received.map(({ subject }) => subject)).toEqual(['Permintaan data']);
  });

  it('is one mail per key', async () => {
    const { sender, mailer } = start(url());
    await Promise.all([mailer.send(mail('once')), mailer.send(mail('once')), mailer.send(mail('once'))]);
    await sender.look();
    await sender.look();
    expect(received).toHaveLength(1);
  });

  it('waits for a server that is down and then sends under the same Message-ID', async () => {
    const port = portOf(server);
    await stop(server);
    const { sender, mailer } = start(url(port));
    await mailer.send(mail('later'));
    await sender.look();
    const { messageId, attempts, state, lastError, nextAt } = await stored('later');
    expect({ attempts, state }).toEqual({ attempts: 1, state: 'queued' });
    expect(lastError).toContain('ECONNREFUSED');
    server = await mailServer(port, received);
    await sender.look();
    expect(received).toHaveLength(0);
    clock.moveTo(nextAt);
    await sender.look();
    expect(received.map((message) => message.messageId)).toEqual([messageId]);
    expect(await stored('later')).toMatchObject({ state: 'sent', attempts: 2 });
  });

  it('sends again under the same Message-ID when killed before it could note the success', async () => {
    const { sender, mailer } = start(url());
    await mailer.send(mail('killed'));
    await sender.look();
    await db.database.tx((manager) => manager.update(MailEntity, { key: 'killed' }, { state: 'queued', nextAt: clock.now() }));
    await start(url()).sender.look();
    expect(received).toHaveLength(2);
    expect(received[1]?.messageId).toBe(received[0]?.messageId);
  });

  it('is sent once by two nodes', async () => {
    const [one, two] = [start(url()), start(url())];
    for (let index = 0; index < 10; index++) await one.mailer.send(mail(`n${index}`));
    await Promise.all([one.sender.look(), two.sender.look()]);
    expect(received).toHaveLength(10);
  });

  it('gives up at once what the server refuses for good', async () => {
    await stop(server);
    server = await mailServer(0, received, 550);
    const { sender, mailer } = start(url());
    await mailer.send(mail('refused'));
    await sender.look();
    expect(await stored('refused')).toMatchObject({ state: 'failed', attempts: 1, lastError: expect.stringContaining('no such mailbox') });
  });

  it('is a page beside the text, in the language of its text', async () => {
    const { sender, mailer } = start(url());
    await mailer.send(mail('a'));
    await mailer.send(mail('b', { language: 'en', text: 'Dear <b>reader</b>' }));
    await sender.look();
    expect(received.map(({ text, html }) => [text?.trim(), /<html lang="(..)">/.exec(String(html))?.[1]])).toEqual([['Isi surat: données', 'id'], ['Dear <b>reader</b>', 'en']]);
    expect(received[1]?.html).toContain('Dear &lt;b&gt;reader&lt;/b&gt;');
  });

  it('goes from the list long after it was sent, and not while it waits', async () => {
    const { sender, mailer } = start(url());
    await mailer.send(mail('old'));
    await mailer.send(mail('new'));
    await sender.look();
    await mailer.send(mail('waiting'));
    const longAgo = new Date(clock.now().getTime() - 731 * 24 * 3_600_000);
    const tomorrow = new Date(clock.now().getTime() + 24 * 3_600_000);
    await db.database.tx((tx) => tx.update(MailEntity, { key: 'old' }, { createdAt: longAgo }));
    await db.database.tx((tx) => tx.update(MailEntity, { key: 'waiting' }, { createdAt: longAgo, nextAt: tomorrow }));
    await start(url()).sender.look();
    expect((await db.database.read.find(MailEntity)).map(({ key }) => key).toSorted()).toEqual(['new', 'waiting']);
  });

  it('keeps mail where no server is set up', async () => {
    const { sender, mailer } = start(undefined);
    await mailer.send(mail('kept'));
    await sender.look();
    expect(await stored('kept')).toMatchObject({ state: 'kept', attempts: 0 });
  });

  it('lets no one write headers or add recipients', async () => {
    const { sender, mailer } = start(url());
    await mailer.send(mail('subject', { subject: 'Halo\r\nBcc: spy@evil.example\r\n\r\nisi' }));
    for (const to of ['a@b.example\r\nBcc: spy@evil.example', 'a@b.example, spy@evil.example', '"x" <a@b.example>', 'a b@c.example', '', 'a..b@c.example']) await mailer.send(mail(`to:${to}`, { to: [to] }));
    await mailer.send(mail('nobody', { to: [] }));
    await sender.look();
    expect(received).toHaveLength(1);
    expect(received[0]?.subject).toBe('Halo Bcc: spy@evil.example isi');
    expect(received[0]?.bcc).toBeUndefined();
    expect(await stored('nobody')).toMatchObject({ state: 'failed' });
    expect(await db.database.read.countBy(MailEntity, { state: 'failed' })).toBe(7);
  });
});
