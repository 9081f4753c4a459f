/** A procedure of two tasks and a branching, drawn as a modeler draws it. */

const SHAPES: readonly (readonly [id: string, x: number, y: number, width: number, height: number])[] = [
  ['mulai', 160, 142, 36, 36], ['memeriksa', 260, 120, 100, 80], ['lengkap', 425, 135, 50, 50], ['melengkapi', 540, 240, 100, 80], ['selesai', 722, 142, 36, 36],
];
const EDGES: readonly (readonly [id: string, ...points: (readonly [number, number])[]])[] = [
  ['ke-memeriksa', [196, 160], [260, 160]], ['ke-lengkap', [360, 160], [425, 160]], ['ke-selesai', [475, 160], [722, 160]], ['ke-melengkapi', [450, 185], [450, 280], [540, 280]], ['dari-melengkapi', [640, 280], [740, 280], [740, 178]],
];

/** The longer the way from the examination to the branch, the more fits in between. */
const permit = (way: number): string => {
  const at = (x: number): number => (x > 400 ? x + way : x);
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="definisi-izin" targetNamespace="https://tertib.id/bpmn">
  <bpmn:process id="izin" name="Izin" isExecutable="true" camunda:historyTimeToLive="P30D" camunda:candidateStarterGroups="admin">
    <bpmn:startEvent id="mulai" name="Permohonan" camunda:formKey="izin-mulai"><bpmn:outgoing>ke-memeriksa</bpmn:outgoing></bpmn:startEvent>
    <bpmn:userTask id="memeriksa" name="Memeriksa" camunda:formKey="izin-periksa" camunda:candidateGroups="kasi"><bpmn:incoming>ke-memeriksa</bpmn:incoming><bpmn:outgoing>ke-lengkap</bpmn:outgoing></bpmn:userTask>
    <bpmn:exclusiveGateway id="lengkap" name="Lengkap?" default="ke-selesai"><bpmn:incoming>ke-lengkap</bpmn:incoming><bpmn:outgoing>ke-selesai</bpmn:outgoing><bpmn:outgoing>ke-melengkapi</bpmn:outgoing></bpmn:exclusiveGateway>
    <bpmn:userTask id="melengkapi" name="Melengkapi" camunda:formKey="izin-lengkap" camunda:candidateGroups="kasi"><bpmn:incoming>ke-melengkapi</bpmn:incoming><bpmn:outgoing>dari-melengkapi</bpmn:outgoing></bpmn:userTask>
    <bpmn:endEvent id="selesai" name="Selesai"><bpmn:incoming>ke-selesai</bpmn:incoming><bpmn:incoming>dari-melengkapi</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="ke-memeriksa" sourceRef="mulai" targetRef="memeriksa" />
    <bpmn:sequenceFlow id="ke-lengkap" sourceRef="memeriksa" targetRef="lengkap" />
    <bpmn:sequenceFlow id="ke-selesai" sourceRef="lengkap" targetRef="selesai" />
    <bpmn:sequenceFlow id="ke-melengkapi" sourceRef="lengkap" targetRef="melengkapi"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">\${hasil == 'kurang'}</bpmn:conditionExpression></bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="dari-melengkapi" sourceRef="melengkapi" targetRef="selesai" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="gambar"><bpmndi:BPMNPlane id="bidang" bpmnElement="izin">
    ${SHAPES.map(([id, x, y, width, height]) => `<bpmndi:BPMNShape id="${id}-bentuk" bpmnElement="${id}"><dc:Bounds x="${at(x)}" y="${y}" width="${width}" height="${height}" /></bpmndi:BPMNShape>`).join('')}
    ${EDGES.map(([id, ...points]) => `<bpmndi:BPMNEdge id="${id}-garis" bpmnElement="${id}">${points.map(([x, y]) => `<di:waypoint x="${at(x)}" y="${y}" />`).join('')}</bpmndi:BPMNEdge>`).join('')}
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;
};

export const PERMIT = permit(0);

const form = (key: string, title: string, en: string, component: object): string => JSON.stringify({ key, title: { id: title, en }, display: 'form', components: [{ input: true, ...component }] });

export const PERMIT_FORMS: Readonly<Record<string, string>> = {
  'izin-mulai': form('izin-mulai', 'Permohonan izin', 'Application', { key: 'judul', type: 'textfield', label: 'Judul', validate: { required: true } }),
  'izin-periksa': form('izin-periksa', 'Pemeriksaan izin', 'Examination', { key: 'hasil', type: 'radio', label: 'Hasil', processVariable: true, validate: { required: true }, values: [{ label: 'Baik', value: 'baik' }, { label: 'Kurang', value: 'kurang' }] }),
  'izin-lengkap': form('izin-lengkap', 'Kelengkapan izin', 'Completion', { key: 'keterangan', type: 'textfield', label: 'Keterangan' }),
};

/** With a deadline on the examination; what is inserted is drawn too. */
const withDeadline = (xml: string): string => xml
  .replace('<bpmn:sequenceFlow id="ke-lengkap" sourceRef="memeriksa" targetRef="lengkap" />', `
    <bpmn:boundaryEvent id="lewat" name="Lewat 14 hari" attachedToRef="memeriksa"><bpmn:outgoing>ke-kedaluwarsa</bpmn:outgoing><bpmn:timerEventDefinition id="waktu-lewat"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P14D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
    <bpmn:endEvent id="kedaluwarsa" name="Kedaluwarsa"><bpmn:incoming>ke-kedaluwarsa</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="ke-kedaluwarsa" sourceRef="lewat" targetRef="kedaluwarsa" />
    <bpmn:sequenceFlow id="ke-lengkap" sourceRef="memeriksa" targetRef="lengkap" />`)
  .replace('</bpmndi:BPMNPlane>', `
    <bpmndi:BPMNShape id="lewat-bentuk" bpmnElement="lewat"><dc:Bounds x="292" y="182" width="36" height="36" /></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="kedaluwarsa-bentuk" bpmnElement="kedaluwarsa"><dc:Bounds x="292" y="300" width="36" height="36" /></bpmndi:BPMNShape>
    <bpmndi:BPMNEdge id="ke-kedaluwarsa-garis" bpmnElement="ke-kedaluwarsa"><di:waypoint x="310" y="218" /><di:waypoint x="310" y="300" /></bpmndi:BPMNEdge></bpmndi:BPMNPlane>`);

/** With an automatic step after the examination. */
export const withAutomatic = (xml: string, topic: string): string => xml
  .replace('<bpmn:sequenceFlow id="ke-lengkap" sourceRef="memeriksa" targetRef="lengkap" />', `
    <bpmn:serviceTask id="menghitung" name="Menghitung berkas" camunda:type="external" camunda:topic="${topic}"><bpmn:incoming>ke-menghitung</bpmn:incoming><bpmn:outgoing>ke-lengkap</bpmn:outgoing></bpmn:serviceTask>
    <bpmn:sequenceFlow id="ke-menghitung" sourceRef="memeriksa" targetRef="menghitung" />
    <bpmn:sequenceFlow id="ke-lengkap" sourceRef="menghitung" targetRef="lengkap" />`)
  .replace('<bpmn:outgoing>ke-lengkap</bpmn:outgoing></bpmn:userTask>', '<bpmn:outgoing>ke-menghitung</bpmn:outgoing></bpmn:userTask>')
  .replace('</bpmndi:BPMNPlane>', `
    <bpmndi:BPMNShape id="menghitung-bentuk" bpmnElement="menghitung"><dc:Bounds x="260" y="20" width="100" height="60" /></bpmndi:BPMNShape>
    <bpmndi:BPMNEdge id="ke-menghitung-garis" bpmnElement="ke-menghitung"><di:waypoint x="310" y="120" /><di:waypoint x="310" y="80" /></bpmndi:BPMNEdge></bpmndi:BPMNPlane>`)
  .replace(/<di:waypoint x="360" y="160" \/><di:waypoint x="(\d+)" y="160" \/>/, '<di:waypoint x="360" y="50" /><di:waypoint x="$1" y="160" />');

export const PERMIT_WITH_DEADLINE = withAutomatic(withDeadline(PERMIT), 'collection.close');

/** What the story begins with: urgent ones need no completion, and what is completed is examined again. */
export const STORY = withDeadline(permit(200))
  .replace("${hasil == 'kurang'}", "${hasil == 'kurang' &amp;&amp; mendesak != 'ya'}")
  .replace('id="dari-melengkapi" sourceRef="melengkapi" targetRef="selesai"', 'id="dari-melengkapi" sourceRef="melengkapi" targetRef="memeriksa"')
  .replace('<bpmn:incoming>dari-melengkapi</bpmn:incoming>', '')
  .replace('<bpmn:incoming>ke-memeriksa</bpmn:incoming>', '<bpmn:incoming>ke-memeriksa</bpmn:incoming><bpmn:incoming>dari-melengkapi</bpmn:incoming>')
  .replace('<di:waypoint x="840" y="280" /><di:waypoint x="940" y="280" /><di:waypoint x="940" y="178" />', '<di:waypoint x="790" y="320" /><di:waypoint x="790" y="380" /><di:waypoint x="230" y="380" /><di:waypoint x="230" y="180" /><di:waypoint x="260" y="180" />');

const URGENT = { key: 'mendesak', type: 'radio', label: 'Mendesak', input: true, processVariable: true, validate: { required: true }, values: [{ label: 'Ya', value: 'ya' }, { label: 'Tidak', value: 'tidak' }] };

/** Its forms and its letter. One form is of old, and used by no step. */
export const STORY_FILES: Readonly<Record<string, string>> = {
  'forms/izin-mulai': PERMIT_FORMS['izin-mulai'] as string,
  'forms/izin-periksa': JSON.stringify({ ...JSON.parse(PERMIT_FORMS['izin-periksa'] as string), components: [...JSON.parse(PERMIT_FORMS['izin-periksa'] as string).components, URGENT] }),
  'forms/izin-lengkap': form('izin-lengkap', 'Kelengkapan izin', 'Completion', { key: 'keterangan', type: 'textfield', label: 'Keterangan', processVariable: true }),
  'forms/izin-lembar': form('izin-lembar', 'Lembar lama', 'Old sheet', { key: 'catatanLama', type: 'textfield', label: 'Catatan lama' }),
  'letters/surat-izin': 'Izin diberikan.\nMendesak: {{mendesak}}\n',
  'diagrams/izin': STORY,
};

/** An automatic step that is given what the starting form says: only one of its own words fits. */
export const FILING = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definisi-pemberkasan" targetNamespace="https://tertib.id/bpmn">
  <bpmn:process id="pemberkasan" name="Pemberkasan" isExecutable="true" camunda:historyTimeToLive="P30D" camunda:candidateStarterGroups="admin">
    <bpmn:startEvent id="mulai" name="Berkas masuk" camunda:formKey="pemberkasan-mulai"><bpmn:outgoing>ke-arsip</bpmn:outgoing></bpmn:startEvent>
    <bpmn:serviceTask id="arsip" name="Mengarsipkan berkas" camunda:type="external" camunda:topic="data.archive"><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name="mode">\${judul}</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements><bpmn:incoming>ke-arsip</bpmn:incoming><bpmn:outgoing>ke-selesai</bpmn:outgoing></bpmn:serviceTask>
    <bpmn:endEvent id="selesai" name="Selesai"><bpmn:incoming>ke-selesai</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="ke-arsip" sourceRef="mulai" targetRef="arsip" /><bpmn:sequenceFlow id="ke-selesai" sourceRef="arsip" targetRef="selesai" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="gambar-berkas"><bpmndi:BPMNPlane id="bidang-berkas" bpmnElement="pemberkasan">
    ${[['mulai', 160, 142, 36, 36], ['arsip', 260, 120, 100, 80], ['selesai', 422, 142, 36, 36]].map(([id, x, y, width, height]) => `<bpmndi:BPMNShape id="${id}-bentuk" bpmnElement="${id}"><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}" /></bpmndi:BPMNShape>`).join('')}
    ${[['ke-arsip', 196, 260], ['ke-selesai', 360, 422]].map(([id, from, to]) => `<bpmndi:BPMNEdge id="${id}-garis" bpmnElement="${id}"><di:waypoint x="${from}" y="160" /><di:waypoint x="${to}" y="160" /></bpmndi:BPMNEdge>`).join('')}
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;

export const FILING_FORM = form('pemberkasan-mulai', 'Berkas masuk', 'A file arrives', { key: 'judul', type: 'textfield', label: 'Judul', processVariable: true, validate: { required: true } });
