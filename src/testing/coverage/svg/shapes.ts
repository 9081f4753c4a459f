import { nodes, type Node } from '../../../platform/releases/index.js';
import { textAt } from './text.js';

/** Where a shape lies. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Draw = (element: Node, bounds: Bounds) => string;

const LANE_HEAD = 30;

const nameOf = (element: Node): string => String(element['name'] ?? '');
const middle = ({ x, y, width, height }: Bounds): [number, number] => [x + width / 2, y + height / 2];

const box = ({ x, y, width, height }: Bounds, more = ''): string => `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="10"${more}/>`;

/** Small signs in the upper left corner, 14 points wide. */
const SIGNS: Readonly<Record<string, string>> = {
  'bpmn:UserTask': '<circle cx="7" cy="4" r="3"/><path d="M1 13c0-4 3-5 6-5s6 1 6 5z"/>',
  'bpmn:ServiceTask': '<circle cx="7" cy="7" r="2.5"/><path d="M7 1v3M7 10v3M1 7h3M10 7h3M3 3l2 2M9 9l2 2M11 3l-2 2M5 9l-2 2"/>',
  'bpmn:SendTask': '<path class="solid" d="M1 2h12L7 8z"/><path d="M1 3v8h12V3L7 8z"/>',
  'bpmn:ReceiveTask': '<path d="M1 2h12v9H1zl6 5 6-5"/>',
  'bpmn:BusinessRuleTask': '<path d="M1 2h12v10H1zM1 5h12M5 5v7"/>',
};

const task: Draw = (element, bounds) => {
  const [x, y] = middle(bounds);
  const sign = SIGNS[element.$type];
  const bold = element.$type === 'bpmn:CallActivity' ? ' class="bold"' : '';
  return box(bounds, bold) + (sign ? `<g class="sign" transform="translate(${bounds.x + 5} ${bounds.y + 5})">${sign}</g>` : '') + loopSign(element, bounds) + textAt(nameOf(element), x, y, bounds.width - 14, 'middle');
};

/** One after the other or side by side, at the lower edge. */
function loopSign(element: Node, { x, y, width, height }: Bounds): string {
  const loop = nodes(element['loopCharacteristics'])[0];
  if (!loop) return '';
  const lines = loop['isSequential'] ? 'M0 0h10M0 4h10M0 8h10' : 'M0 0v9M4 0v9M8 0v9';
  return `<path class="sign" transform="translate(${x + width / 2 - 5} ${y + height - 13})" d="${lines}"/>`;
}

const subprocess: Draw = (element, bounds) => box(bounds, ` class="frame${element['triggeredByEvent'] ? ' event' : ''}"`) + textAt(nameOf(element), bounds.x + bounds.width / 2, bounds.y + 4, bounds.width - 14, 'top') + loopSign(element, bounds);

/** Within a circle of radius 10 about 0, 0. */
const EVENTS: Readonly<Record<string, string>> = {
  'bpmn:TimerEventDefinition': '<circle r="9"/><path d="M0-6V0l4 3"/>',
  'bpmn:MessageEventDefinition': '<path d="M-8-5H8V6H-8zL0 1 8-5"/>',
  'bpmn:ErrorEventDefinition': '<path d="M-7 7l4-13 5 7 5-8-4 13-5-7z"/>',
  'bpmn:EscalationEventDefinition': '<path d="M-6 7L0-8 6 7 0 1z"/>',
  'bpmn:SignalEventDefinition': '<path d="M0-8L8 6H-8z"/>',
  'bpmn:ConditionalEventDefinition': '<path d="M-6-8H6V8H-6zM-4-4H4M-4 0H4M-4 4H4"/>',
  'bpmn:TerminateEventDefinition': '<circle class="solid" r="8"/>',
  'bpmn:LinkEventDefinition': '<path d="M-8-3H2V-8L9 0 2 8V3H-8z"/>',
};

const event: Draw = (element, bounds) => {
  const [x, y] = middle(bounds);
  const radius = bounds.width / 2;
  const within = /Boundary|Intermediate/.test(element.$type) ? `<circle cx="${x}" cy="${y}" r="${radius - 3}"/>` : '';
  const definition = nodes(element['eventDefinitions'])[0]?.$type ?? '';
  const interrupts = element['cancelActivity'] === false || element['isInterrupting'] === false ? ' event' : '';
  const sign = `<g class="sign" transform="translate(${x} ${y})">${EVENTS[definition] ?? ''}</g>`;
  return `<g class="${element.$type === 'bpmn:EndEvent' ? 'bold' : ''}${interrupts}"><circle cx="${x}" cy="${y}" r="${radius}"/>${within}</g>${sign}`;
};

const GATEWAYS: Readonly<Record<string, string>> = {
  'bpmn:ExclusiveGateway': '<path class="heavy" d="M-7-7L7 7M7-7L-7 7"/>',
  'bpmn:ParallelGateway': '<path class="heavy" d="M0-10V10M-10 0H10"/>',
  'bpmn:InclusiveGateway': '<circle class="heavy" r="9"/>',
  'bpmn:EventBasedGateway': '<circle r="10"/><path d="M0-7L7-2 4 6H-4L-7-2z"/>',
};

const gateway: Draw = (element, bounds) => {
  const [x, y] = middle(bounds);
  return `<path d="M${x} ${bounds.y}L${bounds.x + bounds.width} ${y} ${x} ${bounds.y + bounds.height} ${bounds.x} ${y}z"/><g class="sign" transform="translate(${x} ${y})">${GATEWAYS[element.$type] ?? ''}</g>`;
};

const frame = ({ x, y, width, height }: Bounds): string => `<rect x="${x}" y="${y}" width="${width}" height="${height}" class="frame"/>`;

/** Named along the left side. */
const lane: Draw = (element, bounds) => {
  const [x, y] = [bounds.x + LANE_HEAD / 2, bounds.y + bounds.height / 2];
  return `${frame(bounds)}<g transform="rotate(-90 ${x} ${y})">${textAt(nameOf(element), x, y, bounds.height, 'middle')}</g>`;
};

/** Whatever has no shape of its own: notes, data. */
const other: Draw = (element, bounds) => frame(bounds) + textAt(String(element['name'] ?? element['text'] ?? ''), ...middle(bounds), bounds.width - 8, 'middle');

const KINDS: readonly (readonly [RegExp, Draw])[] = [
  [/(SubProcess|Transaction)$/, subprocess],
  [/(Task|CallActivity)$/, task],
  [/(Participant|Lane)$/, lane],
  [/Gateway$/, gateway],
  [/Event$/, event],
];

export const drawShape: Draw = (element, bounds) => (KINDS.find(([type]) => type.test(element.$type))?.[1] ?? other)(element, bounds);

/** Events and gateways are too small for their names, which stand beside them. */
export const hasNameBeside = ({ $type }: Node): boolean => /(Event|Gateway)$/.test($type);
