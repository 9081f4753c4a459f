import type { Resource } from '../../../src/platform/releases/index.js';

const HEAD = (id: string, name: string) => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definisi" targetNamespace="https://tertib.id/bpmn">
  <bpmn:process id="${id}" name="${name}" isExecutable="true">`;
const TAIL = '</bpmn:process></bpmn:definitions>';
const flow = (from: string, to: string, condition = '') => `<bpmn:sequenceFlow id="${from}--${to}" sourceRef="${from}" targetRef="${to}">${condition === '' ? '' : `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">\${${condition}}</bpmn:conditionExpression>`}</bpmn:sequenceFlow>`;
const ends = (incoming: readonly string[], outgoing: readonly string[]) => [...incoming.map((id) => `<bpmn:incoming>${id}</bpmn:incoming>`), ...outgoing.map((id) => `<bpmn:outgoing>${id}</bpmn:outgoing>`)].join('');
const user = (id: string, name: string, formKey: string, before: string, after: string) => `<bpmn:userTask id="${id}" name="${name}" camunda:formKey="${formKey}" camunda:candidateGroups="kasi">${ends([`${before}--${id}`], [`${id}--${after}`])}</bpmn:userTask>${flow(id, after)}`;
const start = (to: string) => `<bpmn:startEvent id="mulai">${ends([], [`mulai--${to}`])}</bpmn:startEvent>${flow('mulai', to)}`;
const end = (...before: string[]) => `<bpmn:endEvent id="selesai">${ends(before.map((id) => `${id}--selesai`), [])}</bpmn:endEvent>`;
const reminder = `<bpmn:boundaryEvent id="pengingat" name="Batas pemeriksaan" cancelActivity="false" attachedToRef="periksa">${ends([], ['pengingat--lewat'])}<bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P30D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>${flow('pengingat', 'lewat')}<bpmn:endEvent id="lewat">${ends(['pengingat--lewat'], [])}</bpmn:endEvent>`;
const automatic = (topic: string, before: string) => `<bpmn:serviceTask id="kerja" name="Menghitung" camunda:type="external" camunda:topic="${topic}">${ends([`${before}--kerja`], ['kerja--setuju'])}</bpmn:serviceTask>${flow('kerja', 'setuju')}`;
const call = (before: string) => `<bpmn:callActivity id="panggil" name="Bagian" calledElement="anak" camunda:calledElementBinding="deployment"><bpmn:extensionElements><camunda:in businessKey="#{execution.processBusinessKey}" /></bpmn:extensionElements>${ends([`${before}--panggil`], ['panggil--kerja'])}</bpmn:callActivity>${flow('panggil', 'kerja')}`;

const diagram = (key: string, content: string): Resource => ({ path: `bpmn/${key}.bpmn`, kind: 'diagram', key, content });
const text = (key: string, label: string, more: object = {}) => ({ key, type: 'textfield', label, input: true, ...more });
const form = (key: string, components: readonly object[], i18n?: object): Resource => ({ path: `forms/${key}.json`, kind: 'form', key, content: JSON.stringify({ key, title: { id: key, en: key }, display: 'form', components, ...(i18n && { i18n: { en: i18n } }) }) });

const child = (step: string, name: string) => diagram('anak', HEAD('anak', 'Bagian') + start(step) + user(step, name, 'isi', 'mulai', 'selesai') + end(step) + TAIL);

/** What cases begin on. */
export const FIRST: readonly Resource[] = [
  diagram('izin', HEAD('izin', 'Izin') + start('periksa') + user('periksa', 'Memeriksa', 'periksa', 'mulai', 'panggil') + reminder + call('periksa') + automatic('uji.kerja', 'panggil') + user('setuju', 'Menyetujui', 'setuju', 'kerja', 'selesai') + end('setuju') + TAIL),
  child('isi', 'Mengisi bagian'),
  form('periksa', [text('catatan', 'Catatan'), text('alasan', 'Alasan'), { key: 'jumlah', type: 'textfield', label: 'Jumlah', input: true }], { Alasan: 'Grounds' }),
  form('isi', [text('isi', 'Isi')]),
  form('setuju', [text('paraf', 'Paraf')]),
];

/** A field less, a field more that decides, a step renamed, a deadline less, a step of the part under another id. */
export const SECOND: readonly Resource[] = [
  diagram(
    'izin',
    HEAD('izin', 'Izin') + start('periksa') + user('periksa', 'Memeriksa berkas', 'periksa', 'mulai', 'pilih') +
      `<bpmn:exclusiveGateway id="pilih" default="pilih--panggil">${ends(['periksa--pilih'], ['pilih--panggil', 'pilih--selesai'])}</bpmn:exclusiveGateway>${flow('pilih', 'panggil')}${flow('pilih', 'selesai', "dasar == 'ditolak'")}` +
      call('pilih') + automatic('uji.kerja', 'panggil') + user('setuju', 'Menyetujui', 'setuju', 'kerja', 'selesai') + end('setuju', 'pilih') + TAIL,
  ),
  child('isi-baru', 'Mengisi bagian lengkap'),
  form('periksa', [text('catatan', 'Catatan'), text('dasar', 'Dasar hukum', { processVariable: true }), { key: 'jumlah', type: 'number', label: 'Jumlah', input: true }]),
  form('isi', [text('isi', 'Isi')]),
  form('setuju', [text('paraf', 'Paraf')]),
];

/** The automatic step is done by another handler. */
export const THIRD: readonly Resource[] = SECOND.map((resource) => ({ ...resource, content: resource.content.replace('uji.kerja', 'uji.lain') }));
