/** A procedure as large as the limit speaks of, made here: 200 elements, drawn as a modeler draws them, with 50 forms that they use. */

const ELEMENTS = 200;
const FORMS = 50;
const FIELDS = 15;
const LETTERS = 10;
export const TOPIC = 'bench.work';
export const ROLE = 'staf';

/** @typedef {{ path: string, kind: 'diagram' | 'form' | 'letter', key: string, content: string }} Resource */

const fieldOf = (/** @type {number} */ form, /** @type {number} */ field) => ({
  key: field === 0 ? `hasil${form}` : `isian${form}x${field}`,
  type: field % 3 === 0 ? 'textfield' : field % 3 === 1 ? 'number' : 'textarea',
  label: `Isian ${field} dari formulir ${form}`,
  input: true,
  processVariable: field === 0,
  validate: { required: field % 2 === 0 },
});

/** @returns {Resource} */
const formOf = (/** @type {number} */ number) => {
  const key = `formulir-${number}`;
  const content = JSON.stringify({ key, title: { id: `Formulir ${number}`, en: `Form ${number}` }, display: 'form', components: Array.from({ length: FIELDS }, (_, field) => fieldOf(number, field)) }, null, 2);
  return { path: `forms/${key}.json`, kind: 'form', key, content };
};

/** @returns {Resource} */
const letterOf = (/** @type {number} */ number) => {
  const key = `surat-${number}`;
  return { path: `letters/${key}.hbs`, kind: 'letter', key, content: `<p>Yth. {{kepada.jabatan}}</p>\n${Array.from({ length: 30 }, (_, line) => `<p>{{isian${number}x${(line % (FIELDS - 1)) + 1}}} {{tanggal batasWaktu}}</p>`).join('\n')}` };
};

/** One round of four: a person's task, an automatic step, a branch after it, and where its two ways meet. */
const ROUND = 4;

/**
 * @param {string} name of the first task: another for each edit
 * @param {number} [elements] a multiple of four
 * @returns {Resource}
 */
export function diagram(name, elements = ELEMENTS) {
  const rounds = (elements - ROUND) / ROUND;
  /** @type {string[]} */
  const ids = ['mulai'];
  const flows = [['mulai', 'tugas-0', '']];
  const nodes = ['<bpmn:startEvent id="mulai"><bpmn:outgoing>mulai-tugas-0</bpmn:outgoing></bpmn:startEvent>'];
  const flowId = (/** @type {string} */ from, /** @type {string} */ to) => `${from}-${to}`;
  const add = (/** @type {string} */ tag, /** @type {string} */ id, /** @type {string} */ attributes, /** @type {string[]} */ from, /** @type {string[]} */ to, inside = '') => {
    ids.push(id);
    nodes.push(`<bpmn:${tag} id="${id}" ${attributes}>${from.map((one) => `<bpmn:incoming>${flowId(one, id)}</bpmn:incoming>`).join('')}${to.map((one) => `<bpmn:outgoing>${flowId(id, one)}</bpmn:outgoing>`).join('')}${inside}</bpmn:${tag}>`);
  };
  for (let round = 0; round < rounds; round++) {
    const [task, work, branch, meeting] = ['tugas', 'kerja', 'cabang', 'temu'].map((kind) => `${kind}-${round}`);
    const next = round + 1 < rounds ? `tugas-${round + 1}` : 'tunggu';
    const before = round === 0 ? 'mulai' : `temu-${round - 1}`;
    add('userTask', task, `name="${round === 0 ? name : `Tugas ${round}`}" camunda:formKey="formulir-${round % FORMS}" camunda:candidateGroups="${ROLE}"`, [before], [work]);
    add('serviceTask', work, `name="Langkah otomatis ${round}" camunda:type="external" camunda:topic="${TOPIC}"`, [task], [branch]);
    add('exclusiveGateway', branch, `name="Sesuai ${round}?" default="${flowId(branch, task === 'tugas-0' ? meeting : `tugas-${round - 1}`)}"`, [work], [meeting, ...(round === 0 ? [] : [`tugas-${round - 1}`])]);
    add('exclusiveGateway', meeting, '', [branch], [next]);
    flows.push([task, work, ''], [work, branch, ''], [branch, meeting, round === 0 ? '' : `\${hasil${round % FORMS} == 'sesuai'}`], [meeting, next, '']);
    if (round > 0) flows.push([branch, `tugas-${round - 1}`, '']);
  }
  add('intermediateCatchEvent', 'tunggu', 'name="Menunggu"', [`temu-${rounds - 1}`], ['arsip'], '<bpmn:timerEventDefinition id="jam"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P3D</bpmn:timeDuration></bpmn:timerEventDefinition>');
  add('serviceTask', 'arsip', `name="Arsip" camunda:type="external" camunda:topic="${TOPIC}"`, ['tunggu'], ['selesai']);
  add('endEvent', 'selesai', '', ['arsip'], []);
  flows.push(['tunggu', 'arsip', ''], ['arsip', 'selesai', '']);
  const lines = flows.map(([from, to, condition]) => `<bpmn:sequenceFlow id="${flowId(/** @type {string} */ (from), /** @type {string} */ (to))}" sourceRef="${from}" targetRef="${to}">${condition ? `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression>` : ''}</bpmn:sequenceFlow>`);
  const shapes = ids.map((id, index) => `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${index * 150}" y="${(index % 7) * 100}" width="100" height="80" /><bpmndi:BPMNLabel /></bpmndi:BPMNShape>`);
  const edges = flows.map(([from, to], index) => `<bpmndi:BPMNEdge id="${from}-${to}_di" bpmnElement="${from}-${to}"><di:waypoint x="${index * 150}" y="40" /><di:waypoint x="${index * 150 + 25}" y="40" /><di:waypoint x="${index * 150 + 50}" y="140" /></bpmndi:BPMNEdge>`);
  const content = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="definisi" targetNamespace="https://tertib.id/bpmn">
<bpmn:process id="besar" name="Besar" isExecutable="true">
${[...nodes, ...lines].join('\n')}
</bpmn:process>
<bpmndi:BPMNDiagram id="gambar"><bpmndi:BPMNPlane id="bidang" bpmnElement="besar">
${[...shapes, ...edges].join('\n')}
</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;
  if (ids.length !== elements) throw new Error(`The diagram has ${ids.length} elements, not ${elements}`);
  return { path: 'bpmn/besar.bpmn', kind: 'diagram', key: 'besar', content };
}

/** @returns {Resource[]} */
export const bundle = () => [diagram('Tugas 0'), ...Array.from({ length: FORMS }, (_, number) => formOf(number)), ...Array.from({ length: LETTERS }, (_, number) => letterOf(number))];

/**
 * The form with a field more.
 *
 * @param {number} round
 * @returns {Resource}
 */
export function editedForm(round) {
  const form = formOf(0);
  const definition = JSON.parse(form.content);
  return { ...form, content: JSON.stringify({ ...definition, components: [...definition.components, { ...fieldOf(0, 1), key: `baru${round}` }] }) };
}
