import type { SubmissionRecord } from 'tertib';
import { withoutTables } from './late-tables.js';

const submission = (id: string, data: Record<string, unknown>) => ({ id, formKey: 'penyampaian-data', data, hash: 'h' }) as unknown as SubmissionRecord;
const table = { rows: [{ jumlah: '12345' }] };

describe('what people sent, as the archive keeps it', () => {
  const given = [
    submission('s1', { dataset: [{ datasetId: 'late', tabel: table, alasan: '' }, { datasetId: 'in-time', tabel: table }] }),
    submission('s2', { hasilValidasi: 'setuju' }),
  ];
  const [first, second] = withoutTables(given, new Map([['s1', new Set(['late'])], ['s2', new Set(['late'])]]));

  it('leaves out the tables that came late, and only those', () => {
    const [late, inTime] = (first as SubmissionRecord).data['dataset'] as Record<string, unknown>[];
    expect([JSON.stringify(late).includes('12345'), late?.['datasetId'], late?.['alasan']]).toEqual([false, 'late', '']);
    expect(inTime).toEqual({ datasetId: 'in-time', tabel: table });
  });

  it('leaves out what was not ready and so not handed in', () => {
    const [{ data }] = withoutTables([submission('s3', { dataset: [{ datasetId: 'half', status: 'belum', tabel: table }, { datasetId: 'in-time', status: 'disampaikan', tabel: table }] })], new Map()) as [SubmissionRecord];
    expect(data['dataset']).toEqual([{ datasetId: 'half', status: 'belum', tabel: { keterangan: expect.stringContaining('belum siap') } }, { datasetId: 'in-time', status: 'disampaikan', tabel: table }]);
  });

  it('keeps all else as it was sent, and the record of what that was', () => {
    expect([first?.hash, second]).toEqual(['h', given[1]]);
    expect(withoutTables(given, new Map())).toEqual(given);
  });
});
