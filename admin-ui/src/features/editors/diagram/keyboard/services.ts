import type { DiagramElement } from '../model.js';
import type { Drawn } from './order.js';
import type { Box } from './spot.js';

/** As much of bpmn-js as working without a mouse uses. */
export interface Keyboard {
  addListener(priority: number, listener: (event: { keyEvent: KeyboardEvent }) => boolean | undefined): void;
  hasModifier(event: KeyboardEvent): boolean;
}

export interface Selection {
  get(): Drawn[];
  select(element: Drawn | readonly Drawn[] | null): void;
}

export interface Canvas {
  getRootElement(): Drawn;
  getContainer(): HTMLElement;
  scrollToElement(element: DiagramElement, margin: number): void;
  viewbox(): Box;
}

export interface PopupMenu {
  registerProvider(menu: string, priority: number, provider: object): void;
  open(target: object, menu: string, at: { x: number; y: number }, options: object): void;
  close(): void;
}

export interface Rules {
  allowed(action: string, context: object): unknown;
}

/** What is in hand while it is being put down. */
export interface InHand {
  prefix: string;
  data: { context: { elements: Drawn[]; shape: Drawn; source?: Drawn; hints?: object } };
}

export interface Dragging {
  context(): InHand | null;
  cancel(): void;
}

export interface Modeling {
  connect(source: Drawn, target: Drawn, attributes: object): Drawn;
  createElements(elements: readonly Drawn[], at: { x: number; y: number }, parent: Drawn, hints?: object): Drawn[];
  appendShape(source: Drawn, shape: Drawn, at: { x: number; y: number }, parent: Drawn, hints?: object): Drawn;
}

export interface Registry {
  getAll(): Drawn[];
}

export interface EventBus {
  on(event: 'selection.changed', tell: (change: { newSelection: Drawn[] }) => void): void;
}

export type Translate = (text: string) => string;

/** Before what the modeler does by itself with a key. */
export const FIRST = 3000;
/** Around what a key leads to, so that its neighbours are seen. */
export const MARGIN = 140;
