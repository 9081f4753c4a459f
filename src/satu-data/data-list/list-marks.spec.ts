import { readFileSync } from 'node:fs';
import { EXAMINED } from '../../../test/support/judged.js';
import { PEOPLE, satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import { ListMarkEntity } from './data-list.entities.js';
import type { MarkStep } from './data-list.schemas.js';
import { ListEdit } from './list-edit.service.js';
import { ListMarks } from './list-marks.service.js';
import { ListViews } from './list-view.service.js';

const { staf, kasi, bps } = PEOPLE;
const OTHERS = { code: 'mark-of-others', status: 403, text: { id: expect.stringContaining('Hanya yang memintanya'), en: expect.stringContaining('Only those who asked') } };

describe('what is to be corrected in the data list', () => {
  let world: SatuDataWorld;
  let ofKasi: string;
  let ofBps: string;
  beforeEach(async () => {
    world = await satuDataWorld();
    await world.work('period.open', { judul: 'Data 2026', tahun: 2026, batasWaktu: '2026-03-31T09:00:00Z', tanggalRilis: '2026-05-01' });
    await world.as(staf, () => world.app.get(ListViews).list(world.caseId));
    await world.submit('daftar-data', staf, {});
    const [row] = (await world.as(staf, () => world.app.get(ListViews).page(world.caseId, -1, 1))).items;
    const mark = async (who: typeof staf, comment: string) => (await world.as(who, () => world.app.get(ListMarks).add(world.caseId, { rowId: row?.id ?? '', field: 'definisi', comment }))).id;
    [ofKasi, ofBps] = [await mark(kasi, 'Kata Kasi'), await mark(bps, 'Kata BPS')];
  });
  afterEach(() => world.close());

  const step = (who: typeof staf, id: string, state: MarkStep['state']) => world.as(who, () => world.app.get(ListMarks).step(world.caseId, id, { state, answer: '' }));
  const state = async (id: string) => (await world.database.read.findOneByOrFail(ListMarkEntity, { id })).state;

  it('is accepted and opened again by whoever asked for it, by nobody else', async () => {
    await step(staf, ofBps, 'answered');
    await expect(step(kasi, ofBps, 'closed')).rejects.toMatchObject(OTHERS);
    await expect(step(kasi, ofBps, 'open')).rejects.toMatchObject(OTHERS);
    expect(await state(ofBps)).toBe('answered');
    // What is corrected inside the house does not exist for BPS.
    await expect(step(bps, ofKasi, 'closed')).rejects.toMatchObject({ code: 'not-found' });
    await step(bps, ofBps, 'open');
    await step(bps, ofBps, 'closed');
    await step(kasi, ofKasi, 'closed');
    expect([await state(ofBps), await state(ofKasi)]).toEqual(['closed', 'closed']);
  });

  it('is answered as long as it is not accepted', async () => {
    await step(staf, ofKasi, 'answered');
    await step(kasi, ofKasi, 'closed');
    await expect(step(staf, ofKasi, 'answered')).rejects.toMatchObject({ code: 'mark-closed', status: 409, text: { en: expect.stringContaining('accepted') } });
    expect(await state(ofKasi)).toBe('closed');
    await expect(step(staf, 'tidak-ada', 'answered')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is told in the language of whoever reads it', async () => {
    const english = { ...staf, language: 'en' as const };
    const [, row] = (await world.as(staf, () => world.app.get(ListViews).page(world.caseId, -1, 2))).items;
    await world.as(kasi, () => world.app.get(ListMarks).add(world.caseId, { rowId: row?.id ?? '', field: 'variabel', comment: 'Kembar' }));
    await step(staf, ofKasi, 'answered');
    await world.submit('koreksi', kasi, { hasilKoreksi: 'tidak_sesuai', catatan: 'Lihat tanda.' });
    await world.as(staf, () => world.app.get(ListEdit).apply(world.caseId, { changes: [{ id: row?.id ?? '', version: row?.version ?? 0, removed: true }], added: [] }));
    expect((await world.formData('koreksi', english))['jawaban']).toMatchObject([{ isian: 'Definition', keadaan: 'corrected' }, { isian: 'Definition', keadaan: 'not answered' }, { isian: 'Table columns and checks', keadaan: 'row taken out' }]);
    expect((await world.formData('koreksi', kasi))['jawaban']).toMatchObject([{ isian: 'Definisi', keadaan: 'sudah diperbaiki' }, { keadaan: 'belum dijawab' }, { isian: 'Kolom tabel dan pemeriksaan', keadaan: 'baris dikeluarkan' }]);
    await world.submit('daftar-data', staf, {});
    await world.submit('pemeriksaan-permintaan', bps, { hasilPemeriksaan: 'perlu_perbaikan', catatan: 'Lihat koreksi.', ...EXAMINED, periksaKode: 'tidak', periksaKodeCatatan: 'Satuan “org”.' });
    world.resources.push({ path: 'forms/pemeriksaan-permintaan.json', content: readFileSync('forms/pemeriksaan-permintaan.json', 'utf8') });
    const asked = async (who: typeof staf) => (await world.formData('daftar-data', who))['koreksi'] as unknown as { sumber: string; isian: string; catatan: string }[];
    expect(await asked(english)).toMatchObject([{ sumber: 'BPS', catatan: 'Lihat koreksi.' }, { sumber: 'BPS', catatan: 'Classifications, units and region codes are standard ones: no. Satuan “org”.' }, { sumber: 'BPS', isian: 'Definition' }]);
    expect(await asked(staf)).toMatchObject([{ catatan: 'Lihat koreksi.' }, { catatan: 'Klasifikasi, satuan, dan kode wilayah memakai yang baku: tidak. Satuan “org”.' }, { isian: 'Definisi' }]);
  });

  it('is shown to BPS, and counted for it, where BPS asked for it', async () => {
    await step(staf, ofKasi, 'answered');
    expect(await world.formData('pemeriksaan-permintaan', bps)).toMatchObject({ ringkasan: [{ koreksi: 1, dijawab: 0 }], jawaban: [{ catatan: 'Kata BPS' }] });
    expect(await world.formData('koreksi', kasi)).toMatchObject({ ringkasan: [{ koreksi: 1, dijawab: 1 }], jawaban: [{ catatan: 'Kata Kasi' }, { catatan: 'Kata BPS' }] });
    const list = (who: typeof staf) => world.as(who, () => world.app.get(ListViews).list(world.caseId));
    expect([(await list(kasi)).marksAs, (await list(bps)).marksAs]).toEqual(['Kasi', 'BPS']);
  });
});
