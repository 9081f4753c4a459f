import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { pdfText } from '../../../src/testing/case/pdf-text.js';
import { period } from '../../support/answers.js';
import { startProduct, type Product } from '../../support/app.js';
import { everybody, whoIs } from '../../support/driver.js';
import type { Person } from '../../support/people.js';
import { openRecords } from '../../support/records.js';

const INDICATOR = '40201';
/** Words on a page, whatever is between them. */
const dense = (text: string): string => text.replaceAll(/\s+/g, '').toLocaleLowerCase('id-ID');

describe('What the statistics office asks for, over HTTP', () => {
  let product: Product;
  let people: Person[];
  let caseId: string;
  const who = (username: string): Person => whoIs(people, username);

  beforeAll(async () => {
    product = await startProduct({ demo: true });
    people = await everybody(product);
    caseId = await who('kadis').start('pengelolaan-data', period('Periode sintetis'));
    const opened = async () => (await who('staf').get<{ periods: { id: string }[] }>('/api/satu-data/evidence')).periods.some(({ id }) => id === caseId);
    for (const end = Date.now() + 120_000; !(await opened()); await new Promise((resolve) => setTimeout(resolve, 300))) if (Date.now() > end) throw new Error('The period was not opened');
  }, 480_000);
  afterAll(() => product?.stop(), 60_000);

  const bytes = async (person: Person, path: string) => {
    const answer = await fetch(new URL(path, product.url), { headers: { cookie: person.cookie, 'x-tertib': '1' } });
    return { status: answer.status, type: answer.headers.get('content-type'), content: Buffer.from(await answer.arrayBuffer()) };
  };
  const printed = async (person: Person, path: string) => {
    const { status, type, content } = await bytes(person, path);
    return [status, type, status === 200 ? dense(pdfText(content)) : JSON.parse(content.toString())] as const;
  };

  it('prints the three official forms, each of its own office only', async () => {
    const operator = who('operator.dukcapil');
    const create = (kind: string, content: object) => operator.post<{ id: string; code: string }>('/api/satu-data/metadata', { kind, content });
    const activity = await create('activity', { judul: 'Registrasi penduduk (sintetis)', tahun: 2026, caraPengumpulan: '2', metodePemilihan: '2', metodeNonprobabilitas: '8', saranaPengumpulan: { 1: true, 8: true }, petugas: '2' });
    const at = `/api/satu-data/metadata/${activity.id}/sheet.pdf`;
    const [status, type, keg] = await printed(operator, at);
    expect([status, type]).toEqual([200, 'application/pdf']);
    expect(['METADATA STATISTIK KEGIATAN', 'MS-Keg', 'Purposive Sampling– 8', '5.8. Unit Observasi', 'Registrasi penduduk (sintetis)'].filter((words) => !String(keg).includes(dense(words)))).toEqual([]);
    expect(await printed(operator, `${at}?of=variable`)).toMatchObject([409, expect.anything(), { code: 'metadata-nothing-to-print' }]);
    await create('variable', { nama: 'Penduduk', kodeKegiatan: activity.code, tipeData: 'integer' });
    await create('indicator', { nama: 'Laju penduduk', kodeKegiatan: activity.code, komposit: 'tidak' });
    expect((await printed(operator, `${at}?of=variable`))[2]).toContain(dense('Klasifikasi Isian'));
    expect((await printed(operator, `${at}?of=indicator`))[2]).toContain(dense('Laju penduduk'));
    for (const query of ['', '?of=variable']) expect((await printed(who('operator.dinkes'), `${at}${query}`))[0]).toBe(404);
    expect((await printed(operator, `${at}?of=anything`))[0]).toBe(400);
  }, 180_000);

  it('takes evidence of the office with a trail, for those who may see it', async () => {
    const [staff, operator] = [who('staf'), who('operator.dukcapil')];
    const files = `/api/satu-data/evidence/${caseId}/indicators/${INDICATOR}/files`;
    const { id: fileId } = await staff.upload('sertifikat.pdf', '%PDF-1.4\n%%EOF');
    const row = await staff.post<{ id: string; sha256: string }>(files, { fileId, title: 'Sertifikat pelatihan (sintetis)' });
    expect((await staff.send('POST', files, { fileId, title: 'x' })).status).toBe(400);
    expect((await staff.send('POST', files, { fileId, title: 'Sekali lagi' })).status).toBe(422);
    expect(await staff.get(files)).toMatchObject([{ id: row.id, title: 'Sertifikat pelatihan (sintetis)', sha256: expect.stringMatching(/^[\da-f]{64}$/), by: expect.any(String) }]);
    const { domains } = await staff.get<{ domains: { aspects: { indicators: { code: string; own: number }[] }[] }[] }>(`/api/satu-data/evidence/${caseId}`);
    expect(domains.flatMap(({ aspects }) => aspects.flatMap(({ indicators }) => indicators)).filter(({ own }) => own > 0)).toMatchObject([{ code: INDICATOR, own: 1 }]);

    const zip = await fromBufferPromise((await bytes(staff, `/api/satu-data/evidence/${caseId}/bukti-epss.zip`)).content);
    const own: string[] = [];
    for await (const entry of zip.eachEntry()) if (entry.fileName.startsWith(`bukti/kantor/${INDICATOR}/`)) own.push((await buffer(await zip.openReadStreamPromise(entry))).toString());
    expect(own).toEqual(['%PDF-1.4\n%%EOF']);

    for (const [method, path] of [['GET', files], ['GET', `${files}/${row.id}`], ['POST', files], ['DELETE', `${files}/${row.id}`]] as const) expect((await operator.send(method, path, method === 'POST' ? { fileId, title: 'Punya orang' } : undefined)).status).toBe(403);
    expect((await staff.send('DELETE', `${files}/${row.id}`)).status).toBe(204);
    expect((await staff.send('DELETE', `${files}/${row.id}`)).status).toBe(404);
    expect(await staff.get(files)).toEqual([]);
    const records = await openRecords(product);
    const trail = await records.query<{ action: string }>('SELECT action FROM audit_entries WHERE subject = ? ORDER BY action', [row.id]).finally(() => records.close());
    expect(trail.map(({ action }) => action)).toEqual(['evidence.added', 'evidence.removed']);
  }, 180_000);
});
