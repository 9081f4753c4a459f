import type { ReplayModel } from '../../src/platform/releases/replay/model.js';
import type { Passage, PastAnswer, PastCase, PastInstance } from '../../src/platform/releases/replay/past.js';
import { ReplayModels } from '../../src/platform/releases/replay/replay-models.js';
import { pathOf, type Resource, type ResourceKind } from '../../src/platform/releases/resource.js';
import { catalogueWith } from './catalogue.js';

type Flow = readonly [from: string, to: string, condition?: string];

const resource = (kind: ResourceKind, key: string, content: string): Resource => ({ path: pathOf(kind, key), kind, key, content });

/** Flows by their ends: `a-b`; a flow without condition out of an exclusive branching is its default where the element says so. */
export const flows = (...all: readonly Flow[]): string =>
  all.map(([from, to, condition]) => `<bpmn:sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}">${condition === undefined ? '' : `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">\${${condition.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}}</bpmn:conditionExpression>`}</bpmn:sequenceFlow>`).join('');

export const userTask = (id: string, form = '', inside = ''): string => `<bpmn:userTask id="${id}" name="${id.toUpperCase()}" camunda:candidateGroups="kasi" ${form && `camunda:formKey="${form}"`}>${inside}</bpmn:userTask>`;
export const work = (id: string, inside = ''): string => `<bpmn:serviceTask id="${id}" name="${id.toUpperCase()}" camunda:type="external" camunda:topic="uji.kerja">${inside}</bpmn:serviceTask>`;
export const gateway = (id: string, more = '', type = 'exclusive'): string => `<bpmn:${type}Gateway id="${id}" name="${id}?" ${more} />`;
export const START = '<bpmn:startEvent id="mulai" />';
export const END = '<bpmn:endEvent id="selesai" name="Selesai" />';

export const diagramOf = (key: string, inside: string, root = ''): Resource =>
  resource('diagram', key, `<?xml version="1.0" encoding="UTF-8"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="definisi" targetNamespace="https://tertib.id/bpmn"><bpmn:process id="${key}" name="Uji ${key}" isExecutable="true">${inside}</bpmn:process>${root}</bpmn:definitions>`);

/** A form of fields that the diagram may use; those with `!` must be filled in. */
export const formOf = (key: string, ...fields: readonly string[]): Resource =>
  resource('form', key, JSON.stringify({ key, title: { id: key, en: key }, display: 'form', components: fields.map((field) => ({ key: field.replace('!', ''), type: 'textfield', label: `Isian ${field.replace('!', '')}`, processVariable: true, ...(field.endsWith('!') && { validate: { required: true } }) })) }));

const models = new ReplayModels(catalogueWith({ 'uji.kerja': ['hitung'] }));
export const modelOf = (...resources: readonly Resource[]): Promise<ReplayModel> => models.of(resources);

/** What the engine calls what stands in the diagram. */
const ENGINE: Readonly<Record<string, string>> = { UserTask: 'userTask', ServiceTask: 'serviceTask', CallActivity: 'callActivity', SubProcess: 'subProcess', EndEvent: 'noneEndEvent', StartEvent: 'startEvent', ExclusiveGateway: 'exclusiveGateway', ParallelGateway: 'parallelGateway', InclusiveGateway: 'inclusiveGateway', BoundaryEvent: 'boundaryTimer', IntermediateCatchEvent: 'intermediateTimer' };

/** `tugas`, or with what was answered, or with more: from and to by the clock, in ticks. */
export interface Step {
  readonly id: string;
  readonly answer?: Readonly<Record<string, string | number | boolean | null>>;
  readonly form?: string;
  readonly from?: number;
  readonly to?: number;
  readonly canceled?: boolean;
  readonly calls?: string;
}

export const tick = (count: number): string => new Date(Date.UTC(2026, 0, 5, 8, 0, count)).toISOString();

interface Told {
  readonly key?: string;
  readonly start?: PastAnswer['variables'];
  readonly startData?: PastAnswer['data'];
  readonly steps: readonly (string | Step)[];
  /** Called instances, by their ids. */
  readonly called?: Readonly<Record<string, { readonly key: string; readonly steps: readonly (string | Step)[]; readonly variables?: PastInstance['variables'] }>>;
  readonly variables?: PastInstance['variables'];
  readonly changedBetween?: readonly string[];
}

/** A finished case as the read model would have it, one step after the other where no ticks are given. */
export function pastCase(then: ReplayModel, { key = 'uji', start = {}, startData = {}, steps, called = {}, variables = {}, changedBetween = [] }: Told): PastCase {
  const answers = new Map<string, PastAnswer>();
  const instance = (id: string, processKey: string, all: readonly (string | Step)[], values: PastInstance['variables']): PastInstance => ({
    id, processKey, variables: values,
    passages: all.map((one, index): Passage => {
      const step = typeof one === 'string' ? { id: one } : one;
      const type = step.id.endsWith('#multiInstanceBody') ? 'multiInstanceBody' : (ENGINE[then.nets.get(processKey)?.nodes.get(step.id)?.type ?? ''] ?? 'unknown');
      const taskId = type === 'userTask' ? `${id}/${index}` : null;
      if (taskId !== null && step.answer) answers.set(taskId, { formKey: step.form ?? step.id, data: step.answer, variables: step.answer });
      const from = step.from ?? index * 10;
      return { elementId: step.id, type, startedAt: tick(from), endedAt: tick(step.to ?? from + 5), canceled: step.canceled ?? false, calledInstanceId: step.calls ?? null, taskId };
    }).toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : a.startedAt > b.startedAt ? 1 : 0)),
  });
  const instances = [instance('akar', key, steps, variables), ...Object.entries(called).map(([id, child]) => instance(id, child.key, child.steps, child.variables ?? {}))];
  return { id: 'kasus', title: 'Kasus', procedureKey: key, releaseId: 'r1', rootId: 'akar', instances: new Map(instances.map((one) => [one.id, one])), start: { formKey: then.nets.get(key)?.root.start?.formKey ?? '', data: startData, variables: start }, answers, changedBetween: new Set(changedBetween) };
}
