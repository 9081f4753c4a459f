import { v7 as uuidv7 } from 'uuid';
import type { OpenedTaskLink } from '../../../src/sdk/index.js';
import { OFFICES, satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import { LeaderNotice } from '../leader/leader-notice.js';
import { YearlyReminder } from '../periods/yearly-reminder.service.js';
import { MailReaders } from './mail-readers.service.js';
import { ProducerMailer } from './producer-mail.js';

const period = { judul: 'Data 2026', tahun: 2026, batasWaktu: '2026-12-31T09:00:00Z', tanggalRilis: '2026-12-31' };
const PRODUCER = OFFICES.find(({ id }) => id === 'o-dukcapil') ?? null;

describe('mails, in the language of who reads them', () => {
  let world: SatuDataWorld;
  beforeEach(async () => {
    world = await satuDataWorld();
    world.people.set('bps', ['ibu@example.test', 'officer@example.uk']);
  });
  afterEach(() => world.close());
  const mails = () => [...world.mails.values()].map(({ key, to, language, subject }) => [key.split(':').at(-1), to, language, subject]);

  it('go to an office’s own address in the language that is set, and to people in theirs, each address once', async () => {
    const readers = world.app.get(MailReaders);
    expect(await readers.ofOffice(PRODUCER, ['operator'])).toEqual([{ language: 'id', to: ['dukcapil@example.test', 'operator.o-dukcapil@example.test'] }]);
    world.state.settings['office.language'] = 'en';
    expect(await readers.ofOffice(PRODUCER, ['operator'])).toEqual([{ language: 'id', to: ['operator.o-dukcapil@example.test'] }, { language: 'en', to: ['dukcapil@example.test'] }]);
    // Somebody reads the office's mail at the same address: his own language counts.
    world.people.set('bps', ['bps@example.test']);
    expect(await readers.ofOffices(OFFICES.filter(({ kind }) => kind === 'bps'), 'bps')).toEqual([{ language: 'id', to: ['bps@example.test'] }]);
    expect([await readers.ofOffice(null, ['operator']), await readers.holding(['nobody'])]).toEqual([[], []]);
  });

  it('from a template are two where two languages are read', async () => {
    world.state.settings['office.language'] = 'en';
    await world.app.get(ProducerMailer).send({ key: 'k', caseId: world.caseId, officeId: 'o-dukcapil', template: 'mail-pengingat', data: {} });
    expect(mails()).toEqual([['k', ['operator.o-dukcapil@example.test', 'pimpinan.o-dukcapil@example.test'], 'id', 'mail-pengingat'], ['en', ['dukcapil@example.test'], 'en', 'mail-pengingat']]);
  });

  it('with a letter name it in words of the reader', async () => {
    await world.work('period.open', period);
    const file = await world.put({ name: 'a.pdf', type: 'application/pdf', content: Buffer.from('a') });
    world.letters.push({ id: 'l1', key: 'l1', caseId: world.caseId, template: 'surat-permintaan-bps', subject: 'Permintaan data', number: '9/TEST', date: world.state.now, officeId: null, about: world.caseId, file, signedFile: null, sentAt: null, data: {} });
    await world.work('document.send', { letter: 'surat-permintaan-bps', penerima: 'bps', suratId: 'l1' });
    expect([...world.mails.values()].map(({ to, text, attachments }) => [to, text.split('\n').find((line) => line.includes('9/TEST')), attachments?.length])).toEqual([
      [['bps@example.test', 'ibu@example.test'], 'Terlampir surat nomor 9/TEST perihal Permintaan data (Data 2026).', 1],
      [['officer@example.uk'], 'Please find enclosed our letter number 9/TEST on Permintaan data (Data 2026).', 1],
    ]);
  });

  it('remind BPS, with what else waits counted in its language', async () => {
    await world.work('period.open', period);
    const file = await world.put({ name: 'a.pdf', type: 'application/pdf', content: Buffer.from('a') });
    world.letters.push({ id: 'l1', key: 'l1', caseId: world.caseId, template: 'surat-permintaan-bps', subject: 'Permintaan data', number: '9/TEST', date: world.state.now, officeId: null, about: world.caseId, file, signedFile: null, sentAt: new Date('2026-03-01T00:00:00Z'), data: {} });
    await world.work('document.remind', { letter: 'surat-permintaan-bps', jatuhTempo: '2026-03-20T00:00:00Z', waktuPengingat: '2026-03-02T01:00:00Z' }, uuidv7());
    expect(mails().map(([, to, language]) => [to, language])).toEqual([[['bps@example.test', 'ibu@example.test'], 'id'], [['officer@example.uk'], 'en']]);
  });

  it('tell an office what was decided by a link, and call the year’s period to mind', async () => {
    world.state.settings['office.language'] = 'en';
    const opened = { link: { id: 'x', name: 'Ibu Pimpinan', title: 'Kepala', sentByName: 'Operator' }, context: { caseId: world.caseId, officeId: 'o-dukcapil' } } as unknown as OpenedTaskLink;
    await world.app.get(LeaderNotice).send(opened, 'kembalikan', 'Data 2026');
    await world.app.get(LeaderNotice).send({ ...opened, context: { ...opened.context, officeId: null } } as OpenedTaskLink, 'setuju', 'Data 2026');
    expect([...world.mails.values()].map(({ subject, text }) => [subject, text.split('\n')[0]])).toEqual([
      ['Validasi lewat tautan – Data 2026', 'Ibu Pimpinan (Kepala) mengembalikan data Dinas Kependudukan dan Pencatatan Sipil untuk Data 2026 lewat tautan sekali pakai yang dikirim oleh Operator.'],
      ['Validated by a link – Data 2026', 'Ibu Pimpinan (Kepala) has returned the data of Dinas Kependudukan dan Pencatatan Sipil for Data 2026 by a one-time link that Operator sent.'],
    ]);
    world.mails.clear();
    world.state.settings['collection.yearlyReminder'] = { day: 1, month: 3 };
    world.people.set('kadis', ['kadis@example.test']).set('admin', ['admin@example.uk']);
    expect(await world.app.get(YearlyReminder).look()).toBe(true);
    expect(mails().map(([, to, language, subject]) => [to, language, subject])).toEqual([
      [['kadis@example.test'], 'id', 'Pengingat: periode pengumpulan data tahun 2026 belum dibuka'], [['admin@example.uk'], 'en', 'Reminder: no collection period has been opened in 2026'],
    ]);
  });
});
