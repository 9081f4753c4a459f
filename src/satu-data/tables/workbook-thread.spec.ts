import ExcelJS from '@protobi/exceljs';
import { LIMITS } from './limits.js';
import { readXlsx } from './read-xlsx.js';
import { WorkbookThread } from './workbook-thread.js';

async function workbook(rows: number, text = '198501012010011001'): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Data');
  sheet.addRow(['nip', 'tanggal']);
  for (let row = 0; row < rows; row += 1) sheet.addRow([text, new Date(Date.UTC(2026, 0, 2))]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

describe('workbooks in a thread of their own', () => {
  const threads: WorkbookThread[] = [];
  const thread = (deadline?: number): WorkbookThread => {
    const one = new WorkbookThread(deadline);
    threads.push(one);
    return one;
  };
  afterEach(() => Promise.all(threads.splice(0).map((one) => one.close())));

  it('are read as they would be here: eighteen figures stay text, dates stay dates', async () => {
    const content = await workbook(2);
    expect(await thread().read(content)).toEqual(await readXlsx(content));
  });

  it('leave everybody else served meanwhile', async () => {
    const content = await workbook(20_000);
    let ticks = 0;
    const timer = setInterval(() => (ticks += 1), 20);
    const started = Date.now();
    await thread().read(content);
    clearInterval(timer);
    expect(ticks).toBeGreaterThan((Date.now() - started) / 20 / 4);
  });

  it('are given up with a sentence when they take too long, and the next one is read', async () => {
    const one = thread(1);
    await expect(one.read(await workbook(5_000))).rejects.toMatchObject({ name: 'UnreadableTable', text: { id: expect.stringContaining('terlalu lama') } });
    expect(await thread().read(await workbook(1))).toMatchObject({ headers: ['nip', 'tanggal'] });
  });

  it('say what is wrong with what is none', async () => {
    await expect(thread().read(Buffer.from('PK no workbook'))).rejects.toMatchObject({ name: 'UnreadableTable', text: { id: expect.stringContaining('bukan buku kerja') } });
  });

  it('are refused before they are unpacked when they would fill the memory', async () => {
    const bomb = await workbook(1, 'x'.repeat(LIMITS.unpacked + 1));
    expect(bomb.length).toBeLessThan(1_000_000);
    await expect(thread().read(bomb)).rejects.toMatchObject({ text: { id: expect.stringContaining('terlalu besar') } });
  });
});
