import { analysedTable } from '../../../test/support/analysed.js';
import type { Row } from '../analysis/analyse.js';
import type { DatasetAnalysis } from '../analysis/opened.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import type { Variable } from '../datasets/dataset.types.js';
import { NotPublishable } from './not-publishable.js';
import type { PublicationEntity } from './publication.entity.js';
import { PublicationService } from './publication.service.js';

const variables: Variable[] = [
  { name: 'wilayah', title: 'Wilayah', type: 'region', required: true, key: true },
  { name: 'penderita', title: 'Penderita', type: 'integer', required: true, key: false, protection: {} },
];
const rows: Row[] = [{ wilayah: '15.06.01', penderita: '2' }, { wilayah: '15.06.02', penderita: '3' }, { wilayah: '15.06.03', penderita: '40' }];

function analysis(change: Partial<Pick<DatasetEntity, 'riskClass' | 'variables' | 'rules'>> = {}, table = rows): DatasetAnalysis {
  return analysedTable({ title: 'Penderita TB (sintetis)', slug: 'tb', riskClass: 'terbatas', variables, ...change }, table);
}

describe('what may be published', () => {
  const kept: { content: Buffer }[] = [];
  const files = { put: async (file: { content: Buffer }) => kept.push(file) };
  let page: PublicationEntity | null = null;
  const database = { read: { findOne: async (_: unknown, { where: { id } }: { where: { id: string } }) => ({ id, year: 2024 }) } };
  const service = new PublicationService(database as never, { assertOwn: async () => undefined, replaced: async () => page } as never, files as never, {} as never, {} as never, { of: async () => null } as never, {} as never);
  const refusal = async (of: DatasetAnalysis, language: 'id' | 'en' = 'id', check: 'orderable' | 'publishable' = 'orderable'): Promise<string> => {
    try {
      const found = await service[check](of);
      if ('before' in found && found.before) return found.before[language];
      if ('personal' in found && found.personal.length > 0) return `answer for ${found.personal.map(({ title, why, inCells }) => `${title}: ${why[language]}${inCells ? ' (cells)' : ''}`).join('; ')}`;
    } catch (error) {
      if (error instanceof NotPublishable) return error.text[language];
      throw error;
    }
    return 'published';
  };

  it('is restricted data with its small cells hidden, told from missing ones in the file', async () => {
    await service.storeCsv(await service.publishable(analysis({}, [...rows, { wilayah: '15.06.04' }])));
    expect(kept.at(-1)?.content.toString()).toBe('wilayah,penderita\r\n15.06.01,c\r\n15.06.02,c\r\n15.06.03,40\r\n15.06.04,\r\n');
  });

  it('is nothing where a hidden cell can be computed back; the sentence says which', async () => {
    expect(await refusal(analysis({}, rows.slice(1)))).toBe('Dataset "Penderita TB (sintetis)" belum dapat dipublikasikan: 1 sel yang disamarkan dapat dihitung kembali dari sel lain (baris 15.06.02 kolom “Penderita”). Gabungkan wilayah atau kategori yang kecil, lalu minta data itu kembali.');
  });

  it('says so in English too', async () => {
    expect(await refusal(analysis({}, rows.slice(1)), 'en')).toBe('The data set “Penderita TB (sintetis)” cannot be published yet: hidden cells that could be computed from other cells: 1 (row 15.06.02, column “Penderita”). Merge small regions or categories, then ask for the data again.');
  });

  it('is nothing where the sum of hidden cells can be computed and tells of a few too; the sentence says of which', async () => {
    const few = [{ wilayah: '15.06.01', penderita: '2' }, { wilayah: '15.06.02', penderita: '1' }, { wilayah: '15.06.03', penderita: '40' }];
    expect(await refusal(analysis({}, few))).toBe('Dataset "Penderita TB (sintetis)" belum dapat dipublikasikan: 1 jumlah dari sel-sel yang disamarkan dapat dihitung dari sel lain, padahal jumlah itu pun menyangkut terlalu sedikit penyumbang, atau mungkin dikuasai dua di antaranya (baris 15.06.01 kolom “Penderita” + baris 15.06.02 kolom “Penderita”). Gabungkan wilayah atau kategori yang kecil, lalu minta data itu kembali.');
    expect(await refusal(analysis({}, few), 'en', 'publishable')).toContain('sums of hidden cells that could be computed from other cells, and that concern too few contributors too, or may be made up by two of them nearly alone: 1 (row 15.06.01, column “Penderita” + row 15.06.02, column “Penderita”). Merge small regions');
  });

  it('is nothing where a column that is not protected gives a protected one away', async () => {
    const parts = ['dewasa', 'anak'].map((name): Variable => ({ name, title: name, type: 'integer', required: true, key: false }));
    const rules: DatasetEntity['rules'] = [{ kind: 'sum', total: 'penderita', parts: ['dewasa', 'anak'] }];
    expect(await refusal(analysis({ variables: [...variables, ...parts], rules }, [{ wilayah: '15.06.01', penderita: '2', dewasa: '1', anak: '1' }, { wilayah: '15.06.02', penderita: '0', dewasa: '0', anak: '0' }]))).toContain('2 sel yang disamarkan dapat dihitung kembali dari sel lain (baris 15.06.01 kolom “Penderita”; Jumlah kolom “Penderita”)');
  });

  it('is nothing where a region gives away one of its parts, or a total one of two sexes', async () => {
    const [region, patients] = variables as [Variable, Variable];
    expect(await refusal(analysis({}, [{ wilayah: '15', penderita: '92' }, { wilayah: '15.01', penderita: '2' }, { wilayah: '15.02', penderita: '90' }]))).toContain('1 sel yang disamarkan dapat dihitung kembali dari sel lain (baris 15.01 kolom “Penderita”)');
    const sex: Variable = { name: 'kelamin', title: 'Jenis kelamin', type: 'string', required: true, key: true };
    const bySex = [['L', '40'], ['P', '2'], ['Jumlah', '42']].map(([kelamin = '', penderita = '']) => ({ wilayah: '15.06.01', kelamin, penderita }));
    expect(await refusal(analysis({ variables: [region, sex, patients] }, bySex))).toContain('1 sel yang disamarkan dapat dihitung kembali dari sel lain (baris 15.06.01 P kolom “Penderita”)');
  });

  it('is nothing where a row may add up others and nobody says which, unless nothing is hidden or the list has it for a category', async () => {
    const group: Variable = { name: 'golongan', title: 'Golongan', type: 'string', required: true, key: true };
    const table = (name: string, few = '2') => ([['I', few], ['II', '40'], [name, '42'], ['PPPK', few], ['Honorer', '20']] as const).map(([golongan, penderita]): Row => ({ golongan, penderita }));
    const of = (name: string, more: Partial<Variable> = {}, few = '2') => analysis({ variables: [{ ...group, ...more }, variables[1] as Variable] }, table(name, few));
    expect(await refusal(of('Sub Jumlah'))).toBe('Dataset "Penderita TB (sintetis)" belum dapat dipublikasikan: ada sel yang disamarkan, padahal menurut namanya ada baris yang mungkin menjumlahkan baris lain dan tidak diketahui baris yang mana (“Sub Jumlah” pada kolom Golongan). Pembaca yang mengetahuinya dapat menghitung sel itu kembali. Jika kolom itu memakai daftar kode bersama, catat pada daftar itu kode mana yang berada di dalamnya, atau cantumkan baris itu bila bukan jumlah baris lain, lalu kirim lagi formulir ini. Jika tidak, dataset ini tidak dapat dipublikasikan pada periode ini. Untuk periode berikutnya, mintalah tabel tanpa baris itu, atau beri kolom itu daftar kode bersama.');
    // Whoever ordered it before this was looked at is not stopped at the release, where nothing can be changed.
    expect(await refusal(of('Sub Jumlah'), 'id', 'publishable')).toBe('published');
    expect(await refusal(of('Sub Jumlah'), 'en')).toContain('some rows may add up others, of which nobody says which (“Sub Jumlah” in the column Golongan)');
    expect(await refusal(of('Jumlah anak'))).toContain('“Jumlah anak” pada kolom Golongan');
    expect([await refusal(of('Sub Jumlah', {}, '4')), await refusal(of('Jumlah anak', { codes: ['I', 'II', 'Jumlah anak', 'PPPK', 'Honorer'] })), await refusal(of('III'))]).toEqual(['published', 'published', 'published']);
  });

  it('is nothing where a rule of the office’s own gives a cell away, unless it leaves room', async () => {
    const parts = ['dewasa', 'anak'].map((name): Variable => ({ name, title: name, type: 'integer', required: true, key: false }));
    const own = (tolerance: string | null): DatasetEntity['rules'] => [{ kind: 'compare', left: ['dewasa', 'anak'], comparison: '=', right: ['penderita'], severity: 'ERROR', tolerance: tolerance === null ? null : { by: tolerance, in: 'unit' } }];
    const table = rows.map((row) => ({ ...row, dewasa: '1', anak: String(Number(row['penderita']) - 1) }));
    const of = (rules: DatasetEntity['rules']) => refusal(analysis({ variables: [...variables, ...parts], rules }, table));
    expect([await of(own(null)), await of(own('0')), await of(own('1'))]).toEqual([expect.stringContaining('2 sel'), expect.stringContaining('2 sel'), 'published']);
    expect(await of([{ kind: 'compare', left: ['penderita', 'dewasa'], comparison: '=', right: { number: '3' }, severity: 'INFO' }])).toContain('2 sel');
  });

  it('is told of beside a page that shows what is hidden now, and refused where that page gives away what it does not show', async () => {
    const before = (table: readonly Row[], hidden: PublicationEntity['hidden'] = null, periodId = 'p') => ({ periodId, columns: variables.map((one) => ({ ...one, unit: undefined })), rows: [...table], hidden }) as unknown as PublicationEntity;
    const of = async (was: PublicationEntity, now = analysis(), language: 'id' | 'en' = 'id') => {
      page = was;
      try {
        return await refusal(now, language);
      } finally {
        page = null;
      }
    };
    expect(await of(before(rows))).toBe('2 sel dataset "Penderita TB (sintetis)" yang kini disamarkan masih tampil di halaman portal yang akan digantikan (baris 15.06.01 kolom “Penderita”; baris 15.06.02 kolom “Penderita”). Halaman itu tidak tampil lagi setelah rilis, tetapi salinan yang sudah diunduh tetap memuatnya.');
    // Of four that protect each other it shows two, so that the sum of the others is known.
    const four = [['15.06.01', '2'], ['15.06.02', '2'], ['15.06.04', '1'], ['15.06.05', '2'], ['15.06.03', '40']].map(([wilayah = '', penderita = '']) => ({ wilayah, penderita }));
    expect(await of(before(four.slice(0, 2)), analysis({}, four))).toContain('1 jumlah dari sel-sel yang disamarkan, yang pun menyangkut terlalu sedikit penyumbang, dapat dihitung dari halaman portal yang sekarang, yang masih menampilkan sel lain yang kini disamarkan (baris 15.06.04 kolom “Penderita” + baris 15.06.05 kolom “Penderita”)');
    // Of two that protect each other the page before shows one.
    expect(await of(before(rows.slice(0, 1)), analysis(), 'en')).toContain('could be computed with the portal’s present page, which shows other cells that are hidden now: 1 (row 15.06.02, column “Penderita”)');
    // Another value then is not the one that is hidden now, and a page that hides the same gives nothing away.
    expect([await of(before(rows.map((row) => ({ ...row, penderita: '50' })))), await of(before([{ wilayah: '15.06.03', penderita: '40' }], [{ row: 1, column: 'penderita', why: 'frequency' }]))]).toEqual(['published', 'published']);
    // A unit that is only written otherwise is the same one.
    const measured = (unit: string) => ({ ...before(rows), columns: variables.map((one) => ({ ...one, unit })) }) as unknown as PublicationEntity;
    const now = analysis({ variables: variables.map((one) => ({ ...one, unit: 'Jiwa' })) });
    expect([await of(measured('jiwa '), now), await of(measured('ribu jiwa'), now)]).toEqual([expect.stringContaining('2 sel dataset'), 'published']);
    const open = analysis({ riskClass: 'terbuka', variables: variables.map((one) => ({ ...one, protection: null })) });
    expect(await of(before([{ wilayah: '15.06.03', penderita: '40' }], [{ row: 1, column: 'penderita', why: 'frequency' }]), open)).toContain('tidak lagi ditandai dilindungi: Penderita.');
  });

  it('is no closed data, and no restricted data that says nothing of what to protect', async () => {
    expect(await refusal(analysis({ riskClass: 'tertutup' }))).toContain('berkelas tertutup');
    expect(await refusal(analysis({ variables: variables.map((one) => ({ ...one, protection: null })) }))).toContain('tidak menyebut kolom mana yang dilindungi');
  });

  it('is nothing where contributions are negative', async () => {
    const turnover = ['usaha', 'dua'].map((name): Variable => ({ name, title: name, type: 'integer', required: true, key: false }));
    const profit: Variable = { name: 'laba', title: 'Laba', type: 'integer', required: true, key: false, protection: { contributors: 'usaha', largestTwo: 'dua' } };
    expect(await refusal(analysis({ variables: [variables[0] as Variable, profit, ...turnover] }, [{ wilayah: '15.06.01', laba: '-9', usaha: '7', dua: '1' }]))).toContain('memuat nilai negatif pada kolom yang dilindungi');
  });

  it('says of each column which codes it takes, where they are few, with what was right when it was delivered', async () => {
    const market: Variable = { name: 'pasar', title: 'Jenis pasar', type: 'string', required: true, key: true, list: 'jenis-pasar' };
    const choices = { titles: async () => ({}), few: async (_: unknown, most: number) => new Map([['pasar', most === 200 ? ['R', 'M'] : []]]) };
    const publishing = new PublicationService({ read: { findOneByOrFail: async () => ({ id: 'p', title: 'Data 2026' }) } } as never, { upsert: async (_: unknown, one: PublicationEntity) => one } as never, {} as never, { now: () => new Date() } as never, {} as never, {} as never, choices as never);
    const table = { ...analysis({ variables: [...variables, market] }, rows.map((row, index) => ({ ...row, pasar: index === 0 ? 'K' : 'R' }))), hidden: [] };
    const { columns } = await publishing.publish({} as never, table, { id: 'f', size: 1, sha256: 'x' } as never, { chart: null, provenance: null });
    expect(columns.map(({ name, list, codes }) => [name, list, codes])).toEqual([['wilayah', null, null], ['penderita', null, null], ['pasar', 'jenis-pasar', ['R', 'M', 'K']]]);
    // Of a longer list those that are written, so that nobody reads the table for them.
    expect(columns.map(({ written }) => written)).toEqual([['15.06.01', '15.06.02', '15.06.03'], undefined, undefined]);
  });

  it('says that nothing was looked for where no column is protected, and else what is hidden, also where that is nothing', async () => {
    const publishing = new PublicationService({ read: { findOneByOrFail: async () => ({ id: 'p', title: 'Data 2026' }) } } as never, { upsert: async (_: unknown, one: PublicationEntity) => one } as never, {} as never, { now: () => new Date() } as never, {} as never, {} as never, { titles: async () => ({}), few: async () => new Map() } as never);
    const hidden = async (more: Parameters<typeof analysis>[0]) => (await publishing.publish({} as never, { ...analysis(more), hidden: [] }, { id: 'f', size: 1, sha256: 'x' } as never, { chart: null, provenance: null })).hidden;
    expect([await hidden({}), await hidden({ variables: variables.map((one) => ({ ...one, protection: null })) })]).toEqual([[], null]);
  });

  it('leaves to whoever orders it the columns that seem to hold personal data and of which nobody said why they do not', async () => {
    const named = [...variables, { name: 'nama_pasien', title: 'Nama pasien', type: 'string', required: false, key: false } as const];
    expect(await refusal(analysis({ variables: named }))).toBe('answer for Nama pasien: nama orang');
    expect(await refusal(analysis({ variables: named }), 'en')).toBe('answer for Nama pasien: names of persons');
    expect(await refusal(analysis({ variables: named }), 'id', 'publishable')).toBe('published');
    // Nor one whose cells are such; but what somebody said to be none.
    const coded = { ...named[2], name: 'kode_pasien', title: 'Kode pasien' } as Variable;
    const table = rows.map((row, index) => ({ ...row, kode_pasien: `150601450890000${index + 1}` }));
    expect(await refusal(analysis({ variables: [...variables, coded] }, table))).toBe('answer for Kode pasien: 3 sel berisi NIK atau nomor KK (cells)');
    expect(await refusal(analysis({ variables: [...variables, { ...coded, notPersonal: 'Nomor urut rumah sakit' }] }, table))).toBe('published');
  });
});
