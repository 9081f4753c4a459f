import type { Principal } from '../../../src/sdk/index.js';
import { analysedDataset } from '../../../test/support/analysed-dataset.js';
import { unfit } from '../../../test/support/judged.js';
import { PEOPLE, satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import { DatasetAccess } from '../datasets/dataset-access.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { JAMBI_POPULATION_2024 } from '../reference/index.js';
import { CommentAnswers } from './comment-answers.service.js';
import { CommentNotices } from './comment-notices.js';
import { CommentsController } from './comments.controller.js';
import { CommentsQuery, CommentStep, NewComment } from './review.schemas.js';
import { SharedComments } from './shared-comments.service.js';
import { TableComments } from './table-comments.service.js';
import { TableViews } from './table-view.service.js';

const rows = JAMBI_POPULATION_2024.map((row) => ({ ...row }));
const CELL = { place: { kode_wilayah: '15.06', tahun: '2024' }, column: 'jumlah' };

describe('comments on a table, as its producer has a part in them', () => {
  let world: SatuDataWorld;
  let comments: CommentsController;
  let dataset: DatasetEntity;
  beforeEach(async () => {
    world = await satuDataWorld();
    world.people.set('bps', ['bps@example.uk']).set('kasi', ['kasi@example.test']).set('staf', ['staf@example.test']);
    comments = new CommentsController(world.app.get(DatasetAccess), world.app.get(CommentAnswers), world.app.get(SharedComments));
    dataset = await analysedDataset(world, 2025, rows, { state: 'sent_to_bps' });
  });
  afterEach(() => world.close());

  const say = (who: Principal, comment: string) => world.as(who, () => world.app.get(TableComments).add(dataset, NewComment.parse({ ...CELL, comment })));
  const answer = (who: Principal, id: string, text: string) => world.as(who, () => comments.answer(dataset.id, id, { text }));
  const share = (who: Principal, id: string) => world.as(who, () => comments.share(dataset.id, id));
  const seen = async (who: Principal) => (await world.as(who, () => world.app.get(TableViews).page(dataset.id, 1))).comments;
  const listed = async (who: Principal) => (await world.as(who, () => comments.all(CommentsQuery.parse({})))).items.map(({ dataset: title, open, waiting }) => [title, open, waiting]);
  const told = async (who: Principal) => (await world.app.get(CommentNotices).of(who)).map(({ title, items, action }) => [title.en, items?.map(({ en }) => en), action.path]);
  const mails = () => [...world.mails.values()].filter(({ key }) => key.startsWith('comment:')).map(({ to, language, subject }) => [to, language, subject]);
  const settle = (id: string, done: boolean) => world.as(PEOPLE.staf, () => world.app.get(TableComments).step(dataset, id, CommentStep.parse({ done })));

  it('are handed to it by the office, answered, answered again and ticked off, each side told in its language', async () => {
    const { id } = await say(PEOPLE.bps, 'Naik terlalu tajam?');
    expect([await seen(PEOPLE.operator), await listed(PEOPLE.operator), await told(PEOPLE.operator), mails()]).toEqual([[], [], [], []]);
    await expect(answer(PEOPLE.operator, id, 'Belum boleh.')).rejects.toMatchObject({ status: 404 });

    expect(await share(PEOPLE.staf, id)).toMatchObject({ shared: true, waitsFor: 'producer' });
    await share(PEOPLE.kasi, id);
    expect(mails()).toEqual([[expect.arrayContaining(['operator.o-dukcapil@example.test', 'pimpinan.o-dukcapil@example.test']), 'id', expect.stringContaining('Komentar pada tabel')]]);
    expect(await told(PEOPLE.operator)).toEqual([['Comments on your tables await an answer', [`${dataset.title}: 1 comment`], `/satu-data/review/table/${dataset.id}`]]);
    expect([await listed(PEOPLE.operator), await listed(PEOPLE.staf)]).toEqual([[[dataset.title, 1, 1]], [[dataset.title, 1, 0]]]);

    expect(await answer(PEOPLE.operator, id, 'Ada pemekaran desa.')).toMatchObject({ waitsFor: 'office', replies: [{ by: 'operator', side: 'producer', text: 'Ada pemekaran desa.' }] });
    expect(mails().at(-1)).toEqual([expect.arrayContaining(['bps@example.uk']), 'en', expect.stringMatching(/^Comment on a table: .*Tanjung Jabung Barat/)]);
    expect([await told(PEOPLE.operator), await told(PEOPLE.bps), await told(PEOPLE.staf)]).toEqual([[], [['Producers have answered comments', [`${dataset.title}: 1 comment`], `/satu-data/review/table/${dataset.id}`]], []]);
    // It waits for BPS, who asked: of the office nothing is expected.
    expect([await listed(PEOPLE.operator), await listed(PEOPLE.staf)]).toEqual([[[dataset.title, 1, 0]], [[dataset.title, 1, 0]]]);

    await answer(PEOPLE.bps, id, 'Sejak kapan?');
    expect((await seen(PEOPLE.operator))[0]).toMatchObject({ waitsFor: 'producer', replies: [{ side: 'producer' }, { side: 'bps', text: 'Sejak kapan?' }] });
    await settle(id, true);
    expect([await told(PEOPLE.operator), await listed(PEOPLE.staf), (await seen(PEOPLE.operator))[0]?.waitsFor]).toEqual([[], [], null]);
    for (const late of [() => answer(PEOPLE.operator, id, 'Masih ada.'), () => share(PEOPLE.staf, id)]) await expect(late()).rejects.toMatchObject({ status: 409, code: 'comment-settled' });
    expect(world.audit.filter((action) => action.startsWith('table.comment'))).toEqual(['table.commented', 'table.comment-shared', 'table.comment-answered', 'table.comment-answered', 'table.comment-done']);
  });

  it('go to it with BPS’s decision, and what the office says to itself afterwards does not', async () => {
    const asked = await say(PEOPLE.bps, 'Naik terlalu tajam?');
    world.state.now = new Date(world.state.now.getTime() + 60_000);
    await world.submit('kelayakan', PEOPLE.bps, unfit('perlu_perbaikan', 'Rinci.'), { caseId: dataset.periodId, variables: { dataset: dataset.id } });
    world.state.now = new Date(world.state.now.getTime() + 60_000);
    const inside = await say(PEOPLE.kasi, 'Catatan dalam kantor.');
    expect((await seen(PEOPLE.operator)).map(({ id }) => id)).toEqual([asked.id]);
    await expect(answer(PEOPLE.operator, inside.id, 'Terbaca?')).rejects.toMatchObject({ status: 404 });
    await answer(PEOPLE.pimpinan, asked.id, 'Sesuai registrasi.');
    // The office's own are not BPS's to see, answered or not.
    await share(PEOPLE.kasi, inside.id);
    await answer(PEOPLE.operator, inside.id, 'Baik.');
    expect((await seen(PEOPLE.bps)).map(({ id }) => id)).toEqual([asked.id]);
    expect(mails().at(-1)).toEqual([['kasi@example.test', 'staf@example.test'], 'id', expect.any(String)]);
    expect([await told(PEOPLE.kasi), await listed(PEOPLE.kasi)]).toEqual([[expect.anything()], [[dataset.title, 2, 1]]]);
    expect(await told({ ...PEOPLE.kasi, roles: ['kabid'] })).toEqual([]);
  });

  it('go to it without what was said before they were handed on', async () => {
    const { id } = await say(PEOPLE.kasi, 'Mengapa turun?');
    await answer(PEOPLE.staf, id, 'Biasanya mereka menyalin tahun lalu.');
    world.state.now = new Date(world.state.now.getTime() + 60_000);
    await share(PEOPLE.kasi, id);
    await answer(PEOPLE.operator, id, 'Ada pemekaran.');
    const replies = async (who: Principal) => (await seen(who)).find((one) => one.id === id)?.replies.map(({ text }) => text);
    expect(await replies(PEOPLE.operator)).toEqual(['Ada pemekaran.']);
    expect(await replies(PEOPLE.staf)).toEqual(['Biasanya mereka menyalin tahun lalu.', 'Ada pemekaran.']);
  });

  it('are nothing for another producer, nor is handing them on for anybody but the office', async () => {
    const { id } = await say(PEOPLE.bps, 'Naik terlalu tajam?');
    await share(PEOPLE.staf, id);
    for (const attempt of [() => seen(PEOPLE.operator2), () => answer(PEOPLE.operator2, id, 'Saya lihat?'), () => share(PEOPLE.operator2, id)]) await expect(attempt()).rejects.toMatchObject({ status: 404 });
    expect([await listed(PEOPLE.operator2), await told(PEOPLE.operator2), world.audit.filter((action) => action === 'access.refused').length]).toEqual([[], [], 3]);
    for (const who of [PEOPLE.operator, PEOPLE.bps]) await expect(share(who, id)).rejects.toMatchObject({ status: 403 });
  });

  it('are listed together where several data sets have some, a page of them', async () => {
    const other = await analysedDataset(world, 2026, rows, { state: 'sent_to_bps', slug: 'lain', title: 'Data lain' });
    for (const one of [dataset, other]) {
      const { id } = await world.as(PEOPLE.kasi, () => world.app.get(TableComments).add(one, NewComment.parse({ comment: 'Periksa.' })));
      await world.as(PEOPLE.kasi, () => comments.share(one.id, id));
    }
    expect(await told(PEOPLE.operator)).toEqual([[expect.any(String), expect.arrayContaining([`${dataset.title}: 1 comment`, 'Data lain: 1 comment']), '/satu-data/questions']]);
    expect(await world.as(PEOPLE.operator, () => comments.all({ page: 9 }))).toMatchObject({ page: 1, pages: 1, items: [{ waiting: 1 }, { waiting: 1 }] });
    expect(await world.app.get(SharedComments).waitingForProducer([other.id])).toEqual(new Map([[other.id, 1]]));
  });
});
