import { Letters } from 'tertib';
import { PEOPLE, satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import { RequestEntity } from './request.entity.js';

const TEMPLATE = 'surat-permintaan-produsen';

describe('letters of requests', () => {
  let world: SatuDataWorld;
  beforeEach(async () => {
    world = await satuDataWorld();
    await world.work('period.open', { judul: 'Data 2026', tahun: 2026, batasWaktu: '2026-03-31T09:00:00Z', tanggalRilis: '2026-05-01' });
    await world.submit('daftar-data', PEOPLE.staf, {});
  });
  afterEach(() => world.close());
  const drawn = () => world.letters.filter(({ template }) => template === TEMPLATE);
  const drawing = () => jest.spyOn(world.app.get(Letters), 'render');
  /** As if the machine stopped at the second producer. */
  function stopsAtTheSecond(what: 'render' | 'markSent') {
    const letters = world.app.get(Letters);
    const whole = letters[what].bind(letters) as unknown as (...given: unknown[]) => Promise<never>;
    return jest.spyOn(letters, what).mockImplementationOnce(whole).mockRejectedValueOnce(new Error('the machine stops'));
  }

  it('that were interrupted go on with what is missing, and none is drawn twice', async () => {
    const steps = world.ledger();
    const broken = stopsAtTheSecond('render');
    await expect(world.work('request.prepare', {}, 't1', steps)).rejects.toThrow('the machine stops');
    expect(drawn().map(({ officeId }) => officeId)).toEqual(['o-dinkes']);
    broken.mockRestore();
    const again = drawing();
    await world.work('request.prepare', {}, 't1', steps);
    expect(again).toHaveBeenCalledTimes(1);
    expect(drawn().map(({ officeId }) => officeId)).toEqual(['o-dinkes', 'o-dukcapil']);
    expect((await world.database.read.find(RequestEntity, { order: { officeCode: 'ASC' } })).map(({ letterNumber }) => letterNumber)).toEqual(drawn().map(({ number }) => number));
  });

  it('are drawn anew for another deadline, except those that are signed', async () => {
    await world.work('request.prepare');
    const [first] = drawn();
    const signed = await world.put({ name: 'scan.pdf', type: 'application/pdf', content: Buffer.from('x') });
    await world.app.get(Letters).attachSigned(first?.id ?? '', signed);
    await world.submit('kirim-permintaan', PEOPLE.kasi, { batasWaktu: '2026-04-10T09:00:00Z', hariPengingat: '7' });
    await world.work('request.dispatch');
    expect(drawn().map(({ officeId }) => officeId)).toEqual(['o-dinkes', 'o-dukcapil', 'o-dukcapil']);
    expect([...world.mails.values()].map(({ attachments }) => attachments?.[0]?.id)).toEqual([signed.id, drawn()[2]?.file.id]);
  });

  it('belong to the files that are called by their numbers or producers; one that fits none, or comes twice, is refused with what to do', async () => {
    await world.work('request.prepare');
    const file = (name: string) => world.put({ name, type: 'application/pdf', content: Buffer.from(name) });
    const send = async (...names: string[]) => world.submit('kirim-permintaan', PEOPLE.kasi, { batasWaktu: '2026-04-10T09:00:00Z', hariPengingat: '7', berkas: await Promise.all(names.map(file)) });
    const told = (id: RegExp) => ({ problems: [{ path: 'berkas', message: { id: expect.stringMatching(id) } }] });
    await expect(send('dukcapil.pdf', 'pindaian.pdf')).rejects.toMatchObject(told(/“pindaian.pdf” tidak cocok dengan satu pun surat.*misalnya “.+\.pdf”/));
    await expect(send('dukcapil.pdf', 'surat Dukcapil (2).pdf')).rejects.toMatchObject(told(/Ada dua berkas untuk surat/));
    // Both letters have this number here; the first one takes it.
    await send('ttd-DUKCAPIL.pdf', 'surat 1-TEST.pdf');
    const letters = await world.app.get(Letters).ofCase(world.caseId, { template: TEMPLATE });
    expect(letters.map(({ officeId, signedFile }) => [officeId, signedFile?.name])).toEqual([['o-dinkes', 'surat 1-TEST.pdf'], ['o-dukcapil', 'ttd-DUKCAPIL.pdf']]);
  });

  it('are sent once, also where the sending was interrupted between two producers', async () => {
    await world.work('request.prepare');
    const steps = world.ledger();
    const marked = stopsAtTheSecond('markSent');
    await expect(world.work('request.dispatch', {}, 't2', steps)).rejects.toThrow('the machine stops');
    expect((await world.database.read.find(RequestEntity, { order: { officeCode: 'ASC' } })).map(({ state }) => state)).toEqual(['sent', 'prepared']);
    marked.mockRestore();
    expect(await world.work('request.dispatch', {}, 't2', steps)).toMatchObject({ producers: ['o-dinkes', 'o-dukcapil'] });
    expect(world.audit.filter((action) => action === 'request.sent')).toHaveLength(2);
    expect([...world.mails.values()].filter(({ key }) => key.startsWith('request:'))).toHaveLength(2);
  });
});
