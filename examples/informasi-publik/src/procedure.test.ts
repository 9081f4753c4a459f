import 'reflect-metadata';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createProcedureTest, Refused, type ProcedureCase, type ProcedureTest } from 'tertib/testing';
import { InformasiPublik } from './plugin.js';
import { RegisterController } from './register.controller.js';

type Request = ProcedureCase<'informasi-publik'>;

const REQUEST = {
  pemohon: 'Ani Lestari',
  alamat: 'Jalan Merdeka 1',
  surel: 'ani@example.org',
  judul: 'Daftar penerima hibah tahun 2025',
  tujuan: 'Penelitian',
  cara: 'salinan',
  bentuk: 'elektronik',
  penyampaian: 'surel',
} as const;
const GRANTED = { hasil: 'diberikan', waktu: '2026-01-14T08:00:00+07:00', biaya: 0 } as const;
const REFUSED = { hasil: 'ditolak', pasal17: { h: true }, ujiKonsekuensi: 'Data pribadi penerima akan terbuka.' } as const;
const OBJECTION = { pasal35: 'a', uraian: 'Nama penerima hibah bukan rahasia.' } as const;

describe('a request for public information', () => {
  let test: ProcedureTest;
  const asked = (changes: object = {}): Promise<Request> => test.start('informasi-publik', { as: 'loket', data: { ...REQUEST, ...changes } });
  const entry = async ({ id }: Request) => (await register()).find(({ caseId }) => caseId === id);
  const register = () => test.as('loket', () => test.get(RegisterController).register(2026));
  const objects = ({ id }: Request) => test.as('loket', () => test.get(RegisterController).object(id)).then(() => test.settle());
  const letters = async (request: Request) => (await request.letters()).map(({ template }) => template);
  const fired = async (stretch: string) => (await test.advance(stretch)).map(({ elementId }) => elementId);
  before(async () => {
    test = await createProcedureTest({
      plugins: [InformasiPublik],
      people: { loket: 'petugas-ppid', ppid: 'ppid', atasan: 'atasan-ppid' },
      // A Monday; the office is closed on the Friday.
      now: '2026-01-12T09:00:00+07:00',
      holidays: ['2026-01-16'],
    });
  });
  after(() => test.close());

  it('is granted, delivered, and closed when nobody objects', async () => {
    const request = await asked();
    assert.match(String((await request.variables())['dueAt']), /^2026-01-27T/);
    assert.deepEqual([(await entry(request))?.state, (await entry(request))?.daysLeft], ['open', 10]);
    await request.complete('memeriksa', { as: 'ppid', data: GRANTED });
    await request.complete('menyerahkan', { as: 'loket', data: { penerima: 'Ani Lestari' } });
    assert.deepEqual(await fired('30 working days'), ['masa-keberatan-habis']);
    assert.deepEqual(await request.path(), ['diminta', 'mendaftar', 'memeriksa', 'hasil', 'memberitahu', 'dikabulkan', 'menyerahkan', 'menunggu', 'masa-keberatan-habis', 'selesai']);
    assert.deepEqual(await letters(request), ['tanda-terima', 'pemberitahuan']);
    assert.deepEqual((await request.mails()).map(({ to, attachments }) => [to[0], attachments.length]), [['ani@example.org', 1], ['ani@example.org', 1]]);
    assert.equal((await entry(request))?.state, 'closed');
  });

  it('asks for an address where the answer goes by e-mail', async () => {
    await assert.rejects(asked({ surel: '' }), (error) => error instanceof Refused && error.fields[0]?.path === 'surel');
  });

  it('is completed, refused by Article 17, objected to, and the refusal is upheld', async () => {
    const request = await asked({ penyampaian: 'pos', surel: '' });
    await request.complete('memeriksa', { as: 'ppid', data: { hasil: 'belum-lengkap', kekurangan: 'Tahun anggaran' } });
    await test.advance('3 working days');
    assert.equal((await request.task('melengkapi', { as: 'loket' })).data['kekurangan'], 'Tahun anggaran');
    await request.complete('melengkapi', { as: 'loket', data: { pelengkap: 'Tahun 2025' } });
    assert.equal((await entry(request))?.daysLeft, 10);
    // Neither too early nor without a consequence test.
    await assert.rejects(objects(request), { code: 'no-objection-now' });
    await assert.rejects(request.complete('memeriksa', { as: 'ppid', data: { ...REFUSED, ujiKonsekuensi: '' } }), Refused);
    await request.complete('memeriksa', { as: 'ppid', data: REFUSED });
    assert.match((await request.letters()).at(-1)!.text, /rahasia\s+pribadi\s+\(huruf\s+h\)/);
    await objects(request);
    await request.complete('mencatat-keberatan', { as: 'loket', data: OBJECTION });
    assert.deepEqual([(await entry(request))?.state, (await entry(request))?.daysLeft], ['objection', 30]);
    await request.complete('memutus', { as: 'atasan', data: { keputusan: 'dikuatkan', pertimbangan: 'Uji konsekuensi sudah tepat.' } });
    assert.deepEqual(await letters(request), ['tanda-terima', 'pemberitahuan', 'tanggapan-keberatan']);
    assert.deepEqual([await request.state(), (await entry(request))?.state, (await request.mails()).length], ['ended', 'closed', 0]);
  });

  it('is extended once, by seven working days, and answered in time', async () => {
    const request = await asked();
    assert.deepEqual(await fired('9 working days'), ['pengingat']);
    const more = { hasil: 'perpanjang', alasan: 'Arsip ada di gudang.' } as const;
    await request.complete('memeriksa', { as: 'ppid', data: more });
    assert.deepEqual([(await entry(request))?.state, (await entry(request))?.daysLeft], ['extended', 8]);
    await assert.rejects(request.complete('memeriksa', { as: 'ppid', data: more }), /once/);
    assert.deepEqual(await fired('3 working days'), []);
    await request.complete('memeriksa', { as: 'ppid', data: { hasil: 'tidak-dikuasai', badanLain: 'Inspektorat' } });
    assert.deepEqual(await letters(request), ['tanda-terima', 'perpanjangan', 'pemberitahuan']);
    assert.deepEqual((await request.mails()).map(({ to }) => to[0]), ['ani@example.org', 'ppid@example.org', 'ani@example.org', 'ani@example.org']);
    assert.deepEqual(await fired('30 working days'), ['masa-keberatan-habis']);
  });

  it('is told to the superior when nobody answers; the applicant objects, and it is answered anew', async () => {
    const request = await asked();
    assert.deepEqual(await fired('10 working days'), ['pengingat', 'lewat-batas']);
    assert.deepEqual((await request.mails()).slice(1).map(({ to }) => to[0]), ['ppid@example.org', 'atasan@example.org']);
    await test.advance('1 working day');
    assert.deepEqual([(await entry(request))?.state, (await entry(request))?.daysLeft], ['late', -1]);
    await assert.rejects(request.complete('memeriksa', { as: 'ppid', data: { hasil: 'perpanjang', alasan: 'Terlambat.' } }), /passed/);
    await objects(request);
    await request.complete('mencatat-keberatan', { as: 'loket', data: { ...OBJECTION, pasal35: 'c' } });
    await request.complete('memutus', { as: 'atasan', data: { keputusan: 'diubah', pertimbangan: 'Permohonan harus dijawab.' } });
    assert.deepEqual([(await entry(request))?.state, (await entry(request))?.daysLeft], ['open', 10]);
    await request.complete('memeriksa', { as: 'ppid', data: { ...REFUSED, ...GRANTED, hasil: 'sebagian' } });
    // What was granted is not handed over.
    await objects(request);
    await request.complete('mencatat-keberatan', { as: 'loket', data: { ...OBJECTION, pasal35: 'e' } });
    await request.complete('memutus', { as: 'atasan', data: { keputusan: 'dikuatkan', pertimbangan: 'Salinan tersedia di loket.' } });
    assert.equal((await request.path()).at(-1), 'ditutup');
  });

  it('is counted for the annual report', async () => {
    const [year] = await test.as('atasan', () => test.get(RegisterController).years());
    assert.deepEqual(year, { year: 2026, received: 4, granted: 1, partly: 1, refused: 1, elsewhere: 1, open: 0, objections: 2, averageDays: 3, grounds: { h: 2 } });
  });

  it('goes every way of the diagram', async () => {
    (await test.coverage()).assert({ elements: 1, flows: 1 });
  });

  it('stands in the register of the year that the office writes when it comes', async () => {
    await test.advance(new Date('2027-01-01T00:30:00+07:00'));
    const request = await asked();
    const years = [2026, 2027].map(async (year) => (await test.as('loket', () => test.get(RegisterController).register(year))).filter(({ caseId }) => caseId === request.id).length);
    assert.deepEqual(await Promise.all(years), [0, 1]);
  });
});
