import { collectionWorld, ROWS, type CollectionWorld } from '../../../test/support/collection-world.js';
import { PEOPLE } from '../../../test/support/satu-data-world.js';
import { RoomsService } from '../room/rooms.service.js';
import { RequestEntity } from '../requests/request.entity.js';
import { QuestionsController } from './questions.controller.js';

describe('questions and answers about a data set', () => {
  let world: CollectionWorld;
  let id: string;
  let datasetId: string;
  beforeEach(async () => {
    world = await collectionWorld(1);
    world.people.set('kasi', ['kasi@example.test']).set('staf', ['staf@example.test', 'kasi@example.test']);
    id = (await world.request()).id;
    [datasetId] = await world.datasets();
  });
  afterEach(() => world.close());

  type Who = (typeof PEOPLE)[keyof typeof PEOPLE];
  const ask = (user: Who, text: string) => world.as(user, () => world.app.get(QuestionsController).ask(id, datasetId, { text }));
  const thread = (user: Who, before?: string) => world.as(user, () => world.app.get(QuestionsController).of(id, datasetId, { before }));
  const read = (user: Who, upTo: string) => world.as(user, () => world.app.get(QuestionsController).read(id, datasetId, { upTo }));
  const unread = (user: Who) => world.as(user, async () => (await world.app.get(QuestionsController).all({ page: 1 })).items.map((one) => one.unread));

  it('are told to each reader in his language, with the way to them', async () => {
    world.people.set('staf', ['staf@example.uk']);
    const { id: questionId } = await ask(PEOPLE.operator, 'Apakah <b>ini</b> dihitung?');
    const mails = [...world.mails.values()].filter(({ key }) => key.startsWith('question:'));
    expect(mails.map(({ key, to, language, subject }) => [key, to, language, subject.split(':')[0]])).toEqual([
      [`question:${questionId}`, ['kasi@example.test'], 'id', 'Tanya jawab'], [`question:${questionId}:en`, ['staf@example.uk'], 'en', 'Questions'],
    ]);
    expect(mails[1]?.text).toMatch(/wrote about .*\n\nApakah <b>ini<\/b> dihitung\?\n\nAnswer in Tertib/);
  });

  it('go to and fro, each side with a mail to the other and a mark of its own', async () => {
    const question = await ask(PEOPLE.operator, 'Apakah penduduk sementara ikut dihitung?');
    expect([...world.mails.values()].at(-1)).toMatchObject({ key: `question:${question.id}`, to: ['kasi@example.test', 'staf@example.test'], text: expect.stringContaining('Apakah penduduk sementara') });
    expect([await unread(PEOPLE.operator), await unread(PEOPLE.kasi), await unread(PEOPLE.staf)]).toEqual([[0], [1], [1]]);
    const answer = await ask(PEOPLE.kasi, 'Tidak, hanya yang ber-KTP kabupaten.');
    expect([...world.mails.values()].at(-1)).toMatchObject({ to: ['dukcapil@example.test', 'operator.o-dukcapil@example.test', 'pimpinan.o-dukcapil@example.test'] });
    expect(await thread(PEOPLE.operator)).toMatchObject({ earlier: false, items: [{ mine: true, side: 'producer' }, { mine: false, side: 'office', userName: 'kasi', text: 'Tidak, hanya yang ber-KTP kabupaten.' }] });
    expect((await world.formData('penyampaian-data', PEOPLE.operator))['tanyaJawab']).toMatchObject([{ jumlah: 1 }]);
    await read(PEOPLE.operator, answer.id);
    // An older window that marks less takes nothing back.
    await read(PEOPLE.operator, question.id);
    expect([await unread(PEOPLE.operator), await unread(PEOPLE.pimpinan), await unread(PEOPLE.kasi)]).toEqual([[0], [1], [1]]);
    expect((await world.formData('penyampaian-data', PEOPLE.operator))['tanyaJawab']).toEqual([]);
    const rooms = await world.as(PEOPLE.kasi, () => world.app.get(RoomsService).page({ caseId: world.caseId, page: 1 }));
    expect(rooms.items.map(({ officeId, unread: count, asked, owed }) => [officeId, count, asked, owed])).toEqual([['o-dukcapil', 1, 1, 1], ['o-dinkes', 0, 1, 1]]);
    expect(world.audit.filter((action) => action === 'question.written')).toHaveLength(2);
  });

  it('are about a row of the table too, by what names it, before and after anything is delivered', async () => {
    const rows = (q?: string) => world.as(PEOPLE.operator, () => world.app.get(QuestionsController).rows(id, datasetId, { q }));
    expect(await rows()).toEqual({ items: [], more: false });
    await world.deliver([{ datasetId, status: 'disampaikan', tabel: { rows: ROWS } }]);
    const { items: [jambi] } = await rows('kerinci');
    expect(jambi).toEqual({ name: 'Kabupaten Kerinci, 2024', place: { kode_wilayah: '15.01', tahun: '2024' } });
    await world.as(PEOPLE.kasi, () => world.app.get(QuestionsController).ask(id, datasetId, { text: 'Mengapa turun?', place: jambi?.place }));
    expect((await thread(PEOPLE.operator)).items).toMatchObject([{ text: 'Mengapa turun?', about: jambi }]);
    expect([...world.mails.values()].at(-1)?.text).toContain('Kabupaten Kerinci, 2024');
    await expect(world.as(PEOPLE.kasi, () => world.app.get(QuestionsController).ask(id, datasetId, { text: 'x', place: { jumlah: '1' } }))).rejects.toMatchObject({ code: 'question-place', status: 422, text: { id: expect.stringContaining('Pilih baris dari daftar') } });
  });

  it('shows the newest fifty, and what came before', async () => {
    for (let count = 1; count <= 52; count++) await ask(PEOPLE.staf, `Pesan ${count}`);
    const newest = await thread(PEOPLE.operator);
    expect([newest.items.length, newest.items[0]?.text, newest.items.at(-1)?.text, newest.earlier]).toEqual([50, 'Pesan 3', 'Pesan 52', true]);
    expect((await thread(PEOPLE.operator, newest.items[0]?.id)).items.map(({ text }) => text)).toEqual(['Pesan 1', 'Pesan 2']);
  });

  it('are another office’s not to see, to ask or to mark', async () => {
    const { id: message } = await ask(PEOPLE.operator, 'Rahasia kantor kami');
    await expect(thread(PEOPLE.operator2)).rejects.toMatchObject({ code: 'not-found' });
    await expect(ask(PEOPLE.operator2, 'x')).rejects.toMatchObject({ code: 'not-found' });
    await expect(read(PEOPLE.operator2, message)).rejects.toMatchObject({ code: 'not-found' });
    expect(await unread(PEOPLE.operator2)).toEqual([]);
    // A data set of another request is not in this one.
    datasetId = 'd-unknown';
    await expect(ask(PEOPLE.kasi, 'x')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('end with the request', async () => {
    await world.database.tx((db) => db.update(RequestEntity, { id }, { state: 'cancelled' }));
    await expect(ask(PEOPLE.operator, 'Masih?')).rejects.toMatchObject({ code: 'not-asked', status: 409 });
  });
});
