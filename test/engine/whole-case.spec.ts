import { dataList, period, delivered, type Answers } from '../support/answers.js';
import { startProduct, type Product } from '../support/app.js';
import { checkBag } from '../support/bag.js';
import { drive, everybody, type Done, whoIs } from '../support/driver.js';
import type { Person } from '../support/people.js';
import { openRecords, type Records } from '../support/records.js';
import { populationCsv } from '../support/tables.js';

const PROCEDURE = 'pengelolaan-data';
type Row = Readonly<Record<string, unknown>>;
const picked = (row: Row, keys: readonly string[]): Row => Object.fromEntries(keys.map((key) => [key, row[key]]));

/** From the assignment to the archive with one producer, by HTTP alone. */
describe('One period with one producer', () => {
  let product: Product;
  let people: Person[];
  let records: Records;
  let caseId: string;
  let done: Done[];
  let slug: string;

  const who = (username: string) => whoIs(people, username);
  const text = async (path: string) => (await fetch(`${product.url}${path}`)).text();

  /** The list keeps the population alone; its table comes as a file. */
  const answers: Answers = {
    'daftar-data': dataList((rows) => rows.filter(({ nama }) => /penduduk/i.test(nama))),
    'penyampaian-data': async (task, person) => {
      await rename();
      const [row] = task.data['dataset'] as Record<string, unknown>[];
      const file = await person.upload('penduduk.csv', populationCsv(), { caseId: task.caseId, taskId: task.id });
      return { dataset: [{ ...delivered(row ?? {}, []), tabel: { datasetId: row?.['datasetId'], fileId: file.id } }] };
    },
  };

  /** In the middle of the case: a role, a person and the producer's office are called otherwise from now on. */
  const rename = async (): Promise<void> => {
    const admin = who('admin.demo');
    await admin.put('/api/roles/kasi', { nameId: 'Ketua Tim Statistik', nameEn: 'Head of the statistics team' });
    const kasi = (await admin.get<Row[]>('/api/users')).find(({ username }) => username === 'kasi') ?? {};
    await admin.put(`/api/users/${String(kasi['id'])}`, { ...picked(kasi, ['username', 'title', 'nip', 'email', 'officeId', 'roles', 'active']), name: 'Rahmawati, S.Si.' });
    const office = (await admin.get<Row[]>('/api/offices')).find(({ name }) => name === 'Dinas Kependudukan dan Pencatatan Sipil') ?? {};
    await admin.put(`/api/offices/${String(office['id'])}`, { ...picked(office, ['code', 'kind', 'email', 'active']), name: 'Dinas Dukcapil' });
  };

  beforeAll(async () => {
    product = await startProduct({ demo: true });
    people = await everybody(product);
    records = await openRecords(product);
    caseId = await who('kadis').start(PROCEDURE, period('Periode satu produsen'));
    const ended = async () => (await records.query(`SELECT state FROM cases WHERE id = ?`, [caseId]))[0]?.['state'] === 'ended';
    done = await drive(people, { answers, until: ended, timeout: 300_000 });
    slug = String((await records.query('SELECT slug FROM satu_data_publications'))[0]?.['slug']);
  }, 420_000);

  afterAll(async () => {
    await records?.close();
    await product?.stop();
  }, 60_000);

  it('goes through every step, each by the role that the procedure names', () => {
    // By the time-ordered id of what was accepted: the answer to one may come after the next is done.
    const inOrder = [...done].sort((a, b) => a.submissionId.localeCompare(b.submissionId));
    expect(inOrder.map(({ task, by }) => `${task.elementId} ${by}`)).toEqual([
      'menugaskan-kabid kadis',
      'mengarahkan-kasi kabid',
      'mengarahkan-staf kasi',
      'menyusun-daftar staf',
      'mengoreksi-daftar kasi',
      'mengirim-permintaan-bps kasi',
      'memeriksa-permintaan bps',
      'mengirim-permintaan kasi',
      'menyampaikan-data operator.dukcapil',
      'memvalidasi pimpinan.dukcapil',
      'memverifikasi kasi',
      'menganalisis staf',
      'memeriksa-analisis kasi',
      'mengirim-analisis kasi',
      'memverifikasi-kelayakan bps',
      'memerintahkan-publikasi kasi',
      'mendiseminasikan staf',
      'mengarsipkan staf',
    ]);
  });

  it('is not harmed by new names in the middle of it: what was signed keeps the old one', async () => {
    const signed = await records.query<{ elementId: string; userName: string }>('SELECT "elementId", "userName" FROM submissions ORDER BY id');
    const by = (element: string) => signed.find(({ elementId }) => elementId === element)?.userName;
    expect([by('mengoreksi-daftar'), by('memverifikasi')]).toEqual([expect.stringContaining('Kepala Seksi (contoh)'), expect.stringContaining('Rahmawati, S.Si.')]);
    const { roles } = await who('kadis').get<{ roles: { key: string; name: { id: string } }[] }>('/api/session');
    expect(roles.find(({ key }) => key === 'kasi')?.name.id).toBe('Ketua Tim Statistik');
  });

  it('leaves nothing behind: no incident, no open task, no command that waits', async () => {
    expect(await records.query('SELECT * FROM case_incidents')).toEqual([]);
    expect(await records.query(`SELECT name FROM tasks WHERE state <> 'completed'`)).toEqual([]);
    expect(await records.query(`SELECT kind, state, error FROM engine_commands WHERE state <> 'done'`)).toEqual([]);
    expect(await records.query(`SELECT "processKey", state FROM case_instances WHERE state = 'active'`)).toEqual([]);
  });

  it('publishes the data set as CKAN gives it', async () => {
    const { result } = JSON.parse(await text(`/api/3/action/package_show?id=${slug}`)) as { result: { name: string; organization: { title: string }; resources: { url: string; format: string }[] } };
    expect(result).toMatchObject({ name: slug, state: 'active', license_id: 'CC-BY-4.0', organization: { title: 'Dinas Dukcapil' } });
    expect(result.resources).toMatchObject([{ format: 'CSV', url: `${product.url}/dataset/${slug}/data.csv` }]);
  });

  it('shows density and sex ratio, computed from the uploaded sheet, in CSV and on the page', async () => {
    const line = (await text(`/dataset/${slug}/data.csv`)).split('\r\n').find((one) => one.startsWith('15.06'));
    expect(line).toBe('15.06,2024,173688,163290,336978,5544.567,60.78,106.37');
    const page = await text(`/dataset/${slug}?lang=id`);
    expect(page).toContain('60,78');
    expect(page).toContain('106,37');
    expect(page).toContain('336.978');
  });

  it('archives one valid bag that holds the published table and the delivered file', async () => {
    const archives = await records.query('SELECT * FROM satu_data_archives');
    expect(archives).toHaveLength(1);
    const answer = await who('staf').send('GET', `/api/files/${archives[0]?.['fileId']}`);
    expect(answer.status).toBe(200);
    const { problems, files, info } = await checkBag(answer.bytes);
    expect(problems).toEqual([]);
    expect(info.get('External-Identifier')).toBe(caseId);
    expect(files.get(`data/${slug}/data.csv`)?.toString()).toBe(await text(`/dataset/${slug}/data.csv`));
    expect(files.get(`penyampaian/${slug}/penduduk.csv`)?.toString()).toBe(populationCsv());
  });

  it('gave every letter a number of its own and wrote to the producer once for each reason', async () => {
    const numbers = (await records.query(`SELECT number FROM letters WHERE number IS NOT NULL`)).map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
    const subjects = (await records.query(`SELECT subject, recipients FROM mails WHERE recipients LIKE '%dukcapil%' ORDER BY id`)).map(({ subject }) => String(subject));
    expect(subjects).toEqual([expect.stringMatching(/^Permintaan data statistik sektoral /), expect.stringMatching(/^Tanda terima penyampaian data /)]);
  });
});
