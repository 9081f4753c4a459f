import 'reflect-metadata';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createProcedureTest, type ProcedureCase, type ProcedureTest } from 'tertib/testing';
import { InformasiPublik } from './plugin.js';

const REQUEST = {
  pemohon: 'Ani Lestari',
  alamat: 'Jalan Merdeka 1',
  surel: 'ani@example.org',
  judul: 'Daftar penerima hibah tahun 2025',
  tujuan: 'Penelitian',
  cara: 'salinan',
  bentuk: 'elektronik',
  penyampaian: 'surel',
};
const GRANTED = { hasil: 'diberikan', waktu: '2026-01-14T08:00:00+07:00', biaya: 0 } as const;
const REFUSED = { hasil: 'ditolak', pasal17: { h: true }, ujiKonsekuensi: 'Data pribadi penerima akan terbuka.' } as const;

describe('a request for public information', () => {
  let test: ProcedureTest;
  const asked = (): Promise<ProcedureCase<'informasi-publik'>> => test.start('informasi-publik', { as: 'loket', data: REQUEST });
  const days = async (request: ProcedureCase<'informasi-publik'>) => (await request.variables()) as Record<string, string>;
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
    assert.match((await days(request))['dueAt']!, /^2026-01-27T/);
    await request.complete('memeriksa', { as: 'ppid', data: GRANTED });
    await request.complete('menyerahkan', { as: 'loket', data: { penerima: 'Ani Lestari' } });
    await test.advance('30 working days');
    assert.deepEqual(await request.path(), ['diminta', 'mendaftar', 'memeriksa', 'hasil', 'memberitahu', 'dikabulkan', 'menyerahkan', 'menunggu', 'masa-keberatan-habis', 'selesai']);
    assert.deepEqual((await request.letters()).map(({ template }) => template), ['tanda-terima', 'pemberitahuan']);
    assert.deepEqual((await request.mails()).map(({ to, attachments }) => [to[0], attachments.length]), [['ani@example.org', 1], ['ani@example.org', 1]]);
  });
});
