import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { Test } from '@nestjs/testing';
import { Global, Module, type INestApplication } from '@nestjs/common';
import { ZipFile } from 'yazl';
import { Asker, AuditLog, FileStore, Transactions, type AuditEvent, type Principal } from '../../sdk/index.js';
import { AppConfig, KernelModule, ProblemFilter, requestContextMiddleware, validationPipe } from '../kernel/index.js';
import { FileEntity, FilesModule, entities, migrations } from './index.js';

const person = (id: string, officeId: string, officeKind: Principal['officeKind']): Principal => ({ id, username: id, name: id, roles: [], officeId, officeKind, language: 'id' });
const staff = person('staf', 'diskominfo', 'walidata');
const producer = person('operator', 'disdik', 'produsen');
const other = person('lain', 'dinkes', 'produsen');

let asking: Principal | null;
const audited: AuditEvent[] = [];

@Global()
@Module({
  providers: [
    { provide: Asker, useValue: { current: () => asking, required: () => asking } },
    { provide: AuditLog, useValue: { write: async (event: AuditEvent) => void audited.push(event) } },
  ],
  exports: [Asker, AuditLog],
})
class People {}

const archive = (files: Record<string, Buffer>): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const zip = new ZipFile();
    for (const [name, content] of Object.entries(files)) zip.addBuffer(content, name);
    zip.end();
    const chunks: Buffer[] = [];
    zip.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve(Buffer.concat(chunks))).on('error', reject);
  });
const workbook = (more: Record<string, Buffer> = {}) => archive({ '[Content_Types].xml': Buffer.from('<Types/>'), 'xl/workbook.xml': Buffer.from('<workbook/>'), ...more });

describe('files', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'tertib-files-'));
  let app: INestApplication;
  let url: string;
  let store: FileStore;

  beforeAll(async () => {
    const config = new AppConfig({ TERTIB_DATA: dataDir });
    const module = await Test.createTestingModule({ imports: [KernelModule.forRoot({ provide: AppConfig, useValue: config }, { entities, migrations }), People, FilesModule] }).compile();
    app = module.createNestApplication({ logger: false });
    app.use(requestContextMiddleware);
    app.useGlobalFilters(new ProblemFilter());
    app.useGlobalPipes(validationPipe());
    // Packing the bombs takes longer than the 5 s after which Node closes a quiet connection, perhaps just as the next request is sent.
    app.getHttpServer().keepAliveTimeout = 65_000;
    await app.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}/api/files`;
    store = app.get(FileStore);
  });
  beforeEach(() => void (asking = staff));
  afterAll(async () => {
    await app.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const post = async (name: string, content: Buffer | string) => {
    const body = new FormData();
    body.append('file', new Blob([new Uint8Array(Buffer.from(content))]), name);
    const response = await fetch(url, { method: 'POST', body });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };

  it('takes a workbook and gives it back as an attachment that no browser runs', async () => {
    const content = await workbook();
    const { status, body } = await post('..\\..\\Data "Penduduk".xlsx', content);
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: 'Data Penduduk.xlsx', size: content.length, type: expect.stringContaining('spreadsheetml') });
    const answer = await fetch(`${url}/${String(body['id'])}`);
    expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true);
    expect(answer.headers.get('content-disposition')).toContain('attachment; filename="Data Penduduk.xlsx"');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(readdirSync(join(dataDir, 'files/incoming'))).toEqual([]);
  });

  it.each([
    ['laporan.pdf', '%PDF-1.7\n'],
    ['data.csv', 'wilayah;jumlah\n15.06;1.234,5\n'],
    ['dari-excel.csv', Buffer.from('\ufeffkode,nama\n1,Jambi\n')],
    ['foto.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])],
  ])('takes %s', async (name, content) => {
    expect((await post(name, content)).status).toBe(201);
  });

  it.each([
    ['HTML as PDF', 'surat.pdf', '<!doctype html><script>alert(1)</script>', 'file-disguised'],
    ['SVG as PNG', 'logo.png', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'file-disguised'],
    ['HTML behind a BOM as CSV', 'a.csv', '\ufeff \n<html>', 'file-disguised'],
    ['HTML in the first line of CSV', 'a.csv', 'a,b\n1,<script>alert(1)</script>', 'file-disguised'],
    ['PDF as HTML', 'a.html', '%PDF-1.7', 'file-type-mismatch'],
    ['a program', 'a.exe', Buffer.from('MZ\u0000\u0001'), 'file-type-refused'],
    ['binary as CSV', 'a.csv', Buffer.from([0x31, 0, 0x32]), 'file-encoding'],
    ['old Excel', 'a.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'file-old-office'],
    ['nothing', 'a.csv', '', 'file-empty'],
    ['a cut workbook', 'a.xlsx', Buffer.from('PK\u0003\u0004 and no directory'), 'file-damaged'],
  ])('refuses %s', async (_what, name, content, code) => {
    const { status, body } = await post(name, content);
    expect({ status, code: body['code'] }).toEqual({ status: 422, code });
  });

  it('refuses a plain archive, macros and bombs', async () => {
    expect((await post('a.zip', await archive({ 'a.txt': Buffer.from('a') }))).body['code']).toBe('file-type-refused');
    expect((await post('a.xlsx', await workbook({ 'xl/vbaProject.bin': Buffer.from('x') }))).body['code']).toBe('file-macros');
    expect((await post('a.xlsx', await workbook({ 'xl/worksheets/sheet1.xml': Buffer.alloc(301 * 1024 * 1024) }))).body['code']).toBe('file-too-large-unpacked');
    const many = Object.fromEntries(Array.from({ length: 5_001 }, (_, index) => [`xl/${index}`, Buffer.alloc(0)]));
    expect((await post('a.xlsx', await workbook(many))).body['code']).toBe('file-too-large-unpacked');
  });

  it('refuses an archive whose declared size is a lie', async () => {
    const honest = await workbook({ 'xl/a.xml': Buffer.alloc(1_000_000) });
    const lie = Buffer.from(honest);
    const size = Buffer.alloc(4);
    size.writeUInt32LE(1_000_000);
    for (let at = lie.indexOf(size); at >= 0; at = lie.indexOf(size, at + 4)) lie.writeUInt32LE(10, at);
    expect((await post('a.xlsx', lie)).body['code']).toBe('file-damaged');
  });

  it('refuses more than 50 MB, and takes as much of a table as text', async () => {
    const { status, body } = await post('a.txt', Buffer.alloc(50 * 1024 * 1024 + 1, 0x61));
    expect([status, body['code'], body['detail']]).toEqual([413, 'file-too-large', expect.stringContaining('200 MB untuk CSV')]);
    expect((await post('a.csv', Buffer.alloc(50 * 1024 * 1024 + 1, 0x61))).status).toBe(201);
    expect(readdirSync(join(dataDir, 'files/incoming'))).toEqual([]);
  });

  it('breaks off a table of more than 200 MB while it comes, and keeps nothing of an upload that is cut off', async () => {
    const sending = (chunks: number, cut: boolean) => new Promise<string>((resolve) => {
      const sent = request(url, { method: 'POST', headers: { 'Content-Type': 'multipart/form-data; boundary=x' } }, (answer) => {
        let text = '';
        answer.on('data', (chunk: Buffer) => { text += chunk.toString(); }).on('end', () => resolve(text));
      }).on('error', (error) => resolve(error.message));
      sent.write('--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n');
      const chunk = Buffer.alloc(1024 * 1024, 0x61);
      const next = (left: number): void => {
        if (left > 0) sent.write(chunk, () => setImmediate(next, left - 1));
        else if (cut) sent.destroy(new Error('cut off'));
        else sent.end('\r\n--x--\r\n');
      };
      next(chunks);
    });
    expect(await sending(201, false)).toContain('file-too-large');
    const records = await app.get(Transactions).read.count(FileEntity);
    expect(await sending(5, true)).toBe('cut off');
    for (let wait = 0; wait < 50 && readdirSync(join(dataDir, 'files/incoming')).length > 0; wait++) await new Promise((resolve) => setTimeout(resolve, 100));
    expect([readdirSync(join(dataDir, 'files/incoming')), await app.get(Transactions).read.count(FileEntity)]).toEqual([[], records]);
  });

  it('writes a stream, and leaves nothing of one that broke off for want of room', async () => {
    const ref = await store.put({ name: 'a.parquet', type: 'application/vnd.apache.parquet', content: Readable.from([Buffer.from('ab'), Buffer.from('c')]) });
    expect([ref.size, (await store.read(ref.id)).toString()]).toEqual([3, 'abc']);
    const full = new Readable({ read() { this.push(Buffer.from('a')); this.destroy(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })); } });
    await expect(store.put({ name: 'b.parquet', type: 'application/vnd.apache.parquet', content: full })).rejects.toThrow('no space left');
    expect(readdirSync(join(dataDir, 'files/incoming'))).toEqual([]);
  });

  it('shows a producer only the files of its own office, and notes who tried', async () => {
    asking = producer;
    const id = String((await post('data.csv', 'a,b')).body['id']);
    expect((await fetch(`${url}/${id}`)).status).toBe(200);
    asking = other;
    audited.length = 0;
    expect((await fetch(`${url}/${id}`)).status).toBe(404);
    expect(audited).toEqual([{ action: 'file.denied', subject: id }]);
    asking = staff;
    expect((await fetch(`${url}/${id}`)).status).toBe(200);
    const internal = await store.put({ name: 'intern.pdf', type: 'application/pdf', content: Buffer.from('%PDF-') });
    asking = producer;
    expect((await fetch(`${url}/${internal.id}`)).status).toBe(404);
    expect((await fetch(`${url}/unknown`)).status).toBe(404);
  });

  it('stores a keyed file once and a content once', async () => {
    const file = { name: 'tanda-terima.pdf', type: 'application/pdf', content: Buffer.from('%PDF-a'), caseId: 'c1', key: 'k1' };
    const [first, second] = await Promise.all([store.put(file), store.put({ ...file, content: Buffer.from('%PDF-b') })]);
    expect(second).toEqual(first);
    expect(await store.put(file)).toEqual(first);
    expect(await store.ofCase('c1')).toEqual([first]);
  });

  it('forgets the record when the surrounding transaction fails', async () => {
    const work = app.get(Transactions).tx(async () => {
      await store.put({ name: 'a.csv', type: 'text/csv', content: Buffer.from('a'), caseId: 'c2' });
      throw new Error('later');
    });
    await expect(work).rejects.toThrow('later');
    expect(await store.ofCase('c2')).toEqual([]);
  });
});
