import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transformSync } from '@swc/core';
import { pdfText } from '../../../src/testing/case/pdf-text.js';
import { blocksOf, read } from '../../docs/blocks.js';
import { dataList, period } from '../../support/answers.js';
import { startProduct, type Product } from '../../support/app.js';
import { drive, everybody, whoIs } from '../../support/driver.js';
import type { Person } from '../../support/people.js';

const GUIDE = 'docs/guides/handlers.md';
const STEP = 'mencari-terbesar';
const FLOW = 'dari-menghitung-analisis-ke-menganalisis';
const NEXT = `dari-${STEP}-ke-menganalisis`;

/** As an administrator draws it in: after the computation of step 10, with the data set for its input. */
const withStep = (diagram: string): string =>
  diagram
    .replace(`<bpmn:incoming>${FLOW}</bpmn:incoming>`, `<bpmn:incoming>${NEXT}</bpmn:incoming>`)
    .replace(`id="${FLOW}" sourceRef="menghitung-analisis" targetRef="menganalisis" />`, `id="${FLOW}" sourceRef="menghitung-analisis" targetRef="${STEP}" /><bpmn:sequenceFlow id="${NEXT}" sourceRef="${STEP}" targetRef="menganalisis" />`)
    .replace('<bpmn:userTask id="menganalisis"', `<bpmn:serviceTask id="${STEP}" name="Mencari nilai terbesar" camunda:type="external" camunda:topic="analysis.largest"><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name="dataset">\${dataset}</camunda:inputParameter></camunda:inputOutput><camunda:properties><camunda:property name="gsbpm" value="5.7" /></camunda:properties></bpmn:extensionElements><bpmn:incoming>${FLOW}</bpmn:incoming><bpmn:outgoing>${NEXT}</bpmn:outgoing></bpmn:serviceTask>$&`)
    .replace('<bpmn:flowNodeRef>menghitung-analisis</bpmn:flowNodeRef>', `$&<bpmn:flowNodeRef>${STEP}</bpmn:flowNodeRef>`)
    .replace(/<bpmndi:BPMNShape id="menghitung-analisis-bentuk"/, `<bpmndi:BPMNShape id="${STEP}-bentuk" bpmnElement="${STEP}"><dc:Bounds x="430" y="220" width="100" height="80" /></bpmndi:BPMNShape><bpmndi:BPMNEdge id="${NEXT}-garis" bpmnElement="${NEXT}"><di:waypoint x="530" y="260" /><di:waypoint x="550" y="305" /></bpmndi:BPMNEdge>$&`);

describe('An analysis of a developer’s own, in the whole application', () => {
  const folder = resolve(__dirname, '../../../.cache', `own-analysis-${process.pid}`);
  let product: Product;
  let staff: Person;
  let caseId: string;

  beforeAll(async () => {
    const code = blocksOf(GUIDE, read(GUIDE)).find(({ text }) => text.includes('CollectedTables'))?.text ?? '';
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'dependency.mjs');
    writeFileSync(file, transformSync(code, { jsc: { parser: { syntax: 'typescript', decorators: true }, transform: { legacyDecorator: true, decoratorMetadata: true }, target: 'es2022', keepClassNames: true }, module: { type: 'es6' } }).code);
    product = await startProduct({ demo: true, entry: join(__dirname, 'main.mjs'), env: { OWN_HANDLERS: pathToFileURL(file).href } });
    const people = await everybody(product);
    const who = (username: string) => whoIs(people, username);
    staff = who('staf');

    const address = '/api/drafts/diagrams/pengolahan-dataset';
    const { content, etag } = await who('admin.demo').get<{ content: string; etag: string }>(address);
    const drawn = await who('admin.demo').send('PUT', address, { content: withStep(content) }, { 'if-match': etag });
    if (drawn.status !== 200) throw new Error(`The step could not be drawn in: ${drawn.status} ${JSON.stringify(drawn.json)}`);
    await who('admin.demo').post('/api/drafts/publish', { note: 'Lima wilayah terbesar' });

    caseId = await who('kadis').start('pengelolaan-data', period('Periode dengan analisis sendiri'));
    const sent = async () => (await who('kasi').tasks()).some(({ elementId }) => elementId === 'mengirim-analisis');
    await drive(people, { answers: { 'daftar-data': dataList((rows) => rows.filter(({ nama }) => /penduduk/i.test(nama))) }, only: ({ elementId }) => elementId !== 'mengirim-analisis', until: sent, timeout: 300_000 });
  }, 480_000);
  afterAll(async () => {
    await product?.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  const datasetId = async () => (await staff.get<{ items: { id: string }[] }>(`/api/satu-data/data-list/${caseId}/rows`)).items[0]?.id ?? '';

  it('stands on the page of the analysis, in both languages, with its method and the step that computed it', async () => {
    expect(await staff.get(`/api/satu-data/analysis/${await datasetId()}/own`)).toMatchObject([{
      key: 'largest', title: { id: 'Lima terbesar', en: 'The five largest' }, method: { en: '11 rows sorted by the total.' }, topic: 'analysis.largest', step: { id: 'Mencari nilai terbesar', en: 'Find the largest value' }, current: true,
      rows: [{ kode_wilayah: '15.71' }, {}, {}, {}, {}],
    }]);
  });

  it('stands in the report that goes to BPS', async () => {
    const { items } = await staff.get<{ items: { id: string; template: string }[] }>(`/api/letters?caseId=${caseId}`);
    const reports = await Promise.all(items.filter(({ template }) => template === 'laporan-analisis').map(async ({ id }) => pdfText((await staff.send('GET', `/api/letters/${id}/pdf`)).bytes)));
    expect(reports.some((text) => text.includes('Lima terbesar') && text.includes('11 baris diurutkan menurut jumlah.') && text.includes('Mencari nilai terbesar'))).toBe(true);
  });
});
