import { SubmissionRejected } from 'tertib';
import { PEOPLE } from '../../../test/support/satu-data-world.js';
import { collectionWorld, DUKCAPIL, ROWS, type CollectionWorld } from '../../../test/support/collection-world.js';
import { BoardService } from '../board/board.service.js';
import { BoardQuery } from '../board/board-query.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DeliveryEntity } from '../deliveries/delivery.entity.js';
import { CommentSight } from '../review/comment-sight.service.js';
import { NewComment } from '../review/review.schemas.js';
import { SharedComments } from '../review/shared-comments.service.js';
import { TableComments } from '../review/table-comments.service.js';
import { RoomService } from '../room/room.service.js';
import { Withdrawals } from './withdrawal.service.js';

describe('taking data back', () => {
  let world: CollectionWorld;
  beforeEach(async () => {
    world = await collectionWorld(2);
  });
  afterEach(() => world.close());

  const withdraw = async (datasetIds?: string[], user = PEOPLE.operator) => world.as(user, async () => world.app.get(Withdrawals).withdraw(await world.request(), { datasetIds, reason: 'Angka kecamatan tertukar.' }));
  const form = () => world.formData('penyampaian-data', PEOPLE.operator) as Promise<Record<string, never>>;
  const onTime = async () => (await world.as(PEOPLE.kasi, () => world.app.get(BoardService).of(world.caseId, BoardQuery.parse({})))).producers.find(({ officeId }) => officeId === 'o-dukcapil');

  it('brings back from the leader all that went to him, with what was typed', async () => {
    const [first, second] = await world.datasets();
    await world.deliver([{ datasetId: first, status: 'disampaikan', tabel: { rows: ROWS } }, { datasetId: String(second), status: 'tidak_tersedia', alasan: 'Belum didata' }]);
    world.openTasks.push({ formKey: 'validasi-pimpinan', taskId: 't', officeId: 'o-dukcapil', assigneeName: 'pimpinan', variables: {} });
    expect((await withdraw([first])).toSorted()).toEqual([first, second].toSorted());
    expect(await world.states()).toEqual(['asked', 'asked']);
    expect(world.correlated).toEqual([[world.caseId, 'penyampaian.ditarik', {}, { name: 'producer', value: 'o-dukcapil' }]]);
    const { dataset: rows, pesanPengembalian: notes } = await form();
    expect(rows).toMatchObject([{ status: 'disampaikan', tabel: { rows: { length: ROWS.length } } }, { status: 'tidak_tersedia', alasan: 'Belum didata' }]);
    expect(notes).toMatchObject([{ dari: 'operator', catatan: 'Ditarik kembali: Angka kecamatan tertukar.' }, {}]);
    expect([...world.mails.values()].at(-1)).toMatchObject({ subject: 'mail-penarikan', to: expect.arrayContaining(['pimpinan.o-dukcapil@example.test']) });
    expect(world.audit).toContain('delivery.withdrawn');
    // The leader who had it open decides about nothing.
    await expect(world.approve()).rejects.toMatchObject({ problems: [{ path: 'hasilValidasi', message: { id: expect.stringContaining('sudah menariknya kembali') } }] });
  });

  it('takes one back from among what waits for verification, says so on its receipt, and counts it no more', async () => {
    const [first, second] = await world.datasets();
    await world.validated();
    const before = (await onTime())?.answered;
    world.openTasks.push({ formKey: 'verifikasi', taskId: 'v', officeId: null, assigneeName: null, variables: { producer: 'o-dukcapil' } });
    expect(await withdraw([first], PEOPLE.pimpinan)).toEqual([first]);
    expect(await world.states()).toEqual(['asked', 'not_available']);
    expect((await world.request()).state).toBe('sent');
    // The official whose task has not gone yet decides about nothing.
    await expect(world.submit('verifikasi', PEOPLE.kasi, { dataset: [{ datasetId: String(second), keputusan: 'belum_lengkap', catatan: 'Kurang' }], hasilVerifikasi: 'belum_lengkap' }, { variables: { producer: 'o-dukcapil' } })).rejects.toMatchObject({ problems: [{ path: 'dataset', message: { id: expect.stringContaining('menarik kembali') } }] });
    expect([before, (await onTime())?.answered]).toEqual([2, 1]);
    expect(world.letters.at(-1)).toMatchObject({ template: 'tanda-terima', subject: expect.stringContaining('diperbarui'), data: { nomor: 'tanda-terima/1', dataset: expect.arrayContaining([expect.objectContaining({ status: 'Ditarik kembali' }), expect.objectContaining({ status: 'Tidak tersedia' })]), penarikan: [{ oleh: 'pimpinan', alasan: 'Angka kecamatan tertukar.' }] } });
    // Again until verification: the other one was never lost.
    await world.deliver([{ datasetId: first, status: 'disampaikan', tabel: { rows: ROWS } }]);
    await world.approve();
    expect(await world.work('submission.register', DUKCAPIL)).toEqual({ semuaMasuk: true });
    await world.work('data.verify', DUKCAPIL);
    expect(await world.states()).toEqual(['in_verification', 'not_available']);
    expect((await world.formData('verifikasi', PEOPLE.kasi, { variables: { producer: 'o-dukcapil' } }))['dataset']).toHaveLength(2);
    expect(world.untold()).toEqual([]);
  });

  it('is no decision: what was said of the data meanwhile stays where it was said', async () => {
    const [first] = await world.datasets();
    await world.validated();
    world.state.now = new Date(world.state.now.getTime() + 60_000);
    const dataset = await world.database.read.findOneByOrFail(DatasetEntity, { id: first });
    await world.as(PEOPLE.kasi, () => world.app.get(TableComments).add(dataset, NewComment.parse({ comment: 'Tampak dikarang.' })));
    world.state.now = new Date(world.state.now.getTime() + 60_000);
    world.openTasks.push({ formKey: 'verifikasi', taskId: 'v', officeId: null, assigneeName: null, variables: { producer: 'o-dukcapil' } });
    await withdraw([first]);
    expect(await world.states()).toEqual(['asked', 'not_available']);
    expect(await world.app.get(CommentSight).toProducer([first])).toEqual([]);
    expect(await world.as(PEOPLE.operator, () => world.app.get(SharedComments).waitingFor(PEOPLE.operator))).toEqual([]);
  });

  it('leaves the rest validated, not under verification, until all is in again', async () => {
    const [, second] = await world.datasets();
    await world.validated();
    world.openTasks.push({ formKey: 'verifikasi', taskId: 'v', officeId: null, assigneeName: null, variables: { producer: 'o-dukcapil' } });
    await withdraw([String(second)]);
    expect(await world.states()).toEqual(['validated', 'asked']);
    expect(world.correlated).toHaveLength(1);
    // The official had it open: what he decides is of data that are no longer there.
    const [first] = await world.datasets();
    const rows = [first, second].map((datasetId) => ({ datasetId, keputusan: 'lengkap' }));
    await expect(world.submit('verifikasi', PEOPLE.kasi, { hasilVerifikasi: 'lengkap', dataset: rows }, { variables: { producer: 'o-dukcapil' } })).rejects.toThrow(SubmissionRejected);
    expect(await world.states()).toEqual(['validated', 'asked']);
  });

  it('takes back what is validated while the rest is still owed, without the engine', async () => {
    const [first] = await world.datasets();
    await world.deliver([{ datasetId: first, status: 'disampaikan', tabel: { rows: ROWS } }]);
    await world.approve();
    await expect(withdraw()).rejects.toMatchObject({ code: 'delivery-under-way' });
    await world.work('submission.register', DUKCAPIL);
    expect(await withdraw()).toEqual([first]);
    expect([world.correlated, await world.states()]).toEqual([[], ['asked', 'asked']]);
    // His form, which stays open for the rest, has room for it again.
    expect((await form())['dataset']).toMatchObject([{ datasetId: first, status: 'disampaikan', tabel: { rows: { length: ROWS.length } } }, { status: 'belum' }]);
    await expect(withdraw()).rejects.toMatchObject({ code: 'nothing-to-withdraw', status: 409 });
  });

  it('is late after the deadline where it was not handed in again', async () => {
    await world.validated();
    world.openTasks.push({ formKey: 'verifikasi', taskId: 'v', officeId: null, assigneeName: null, variables: { producer: 'o-dukcapil' } });
    const [first] = await world.datasets();
    await withdraw([first]);
    world.state.now = (await world.request()).deadline;
    expect(await world.work('request.settle', DUKCAPIL)).toEqual({ adaData: true });
    expect(await world.states()).toEqual(['late', 'not_available']);
    expect(await world.tables()).toBe(0);
  });

  it('is refused once verification has begun, once it is decided, and after the deadline', async () => {
    await world.validated();
    await expect(withdraw()).rejects.toMatchObject({ code: 'delivery-under-way' });
    world.openTasks.push({ formKey: 'verifikasi', taskId: 'v', officeId: null, assigneeName: 'Kasi Rahma', variables: { producer: 'o-dukcapil' } });
    await expect(withdraw()).rejects.toMatchObject({ code: 'verification-begun', text: { id: expect.stringContaining('Kasi Rahma') } });
    const room = () => world.as(PEOPLE.operator, async () => (await world.app.get(RoomService).of(await world.request())).datasets.map(({ withdrawable }) => withdrawable));
    expect(await room()).toEqual(['validated', 'validated']);
    world.state.now = (await world.request()).deadline;
    expect(await room()).toEqual([null, null]);
    await expect(withdraw()).rejects.toMatchObject({ code: 'deadline-passed' });
    const taken = await world.database.read.findBy(DeliveryEntity, { status: 'withdrawn' });
    expect([taken, world.correlated]).toEqual([[], []]);
  });

  it('is refused where the case runs by an older diagram', async () => {
    await world.validated();
    world.resources.splice(0);
    await expect(withdraw()).rejects.toMatchObject({ code: 'withdrawal-unknown-to-procedure' });
  });
});
