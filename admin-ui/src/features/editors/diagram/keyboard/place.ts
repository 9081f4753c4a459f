import { menuPlace } from './connect.js';
import type { Drawn } from './order.js';
import { FIRST, MARGIN, type Canvas, type Dragging, type Keyboard, type Modeling, type PopupMenu, type Registry, type Rules, type Selection, type Translate } from './services.js';
import { freeSpot, type Box } from './spot.js';

/** After the menus have their entries. */
const LAST = 50;
const GAP = 50;
const HOLDERS = ['bpmn:Participant', 'bpmn:Lane', 'bpmn:SubProcess'];

interface Entry {
  action?: { click?: (event: Event, entry: unknown) => void };
  entries?: Entries;
}
type Entries = Record<string, Entry>;

const boxOf = ({ x = 0, y = 0, ...rest }: Drawn): Box => ({ x, y, width: 0, height: 0, ...(rest as Partial<Box>) });
const holds = (outer: Box, { x, y }: { x: number; y: number }): boolean => x >= outer.x && x <= outer.x + outer.width && y >= outer.y && y <= outer.y + outer.height;
const middleOf = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 });
const opened = (one: Drawn): boolean => HOLDERS.includes(one.type) && !(one as { collapsed?: boolean }).collapsed;

const rightOf = (box: Box, size: Box) => ({ x: box.x + box.width + GAP + size.width / 2, y: box.y + box.height / 2 });

function around(shapes: readonly Drawn[]): Box {
  const boxes = shapes.filter(({ waypoints, labelTarget }) => !waypoints && !labelTarget).map(boxOf);
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
  return { x, y, width: Math.max(...boxes.map((box) => box.x + box.width)) - x, height: Math.max(...boxes.map((box) => box.y + box.height)) - y };
}

/** Puts what would follow the mouse beside what is chosen, or in the middle of what is seen. */
export function Placing(keyboard: Keyboard, dragging: Dragging, selection: Selection, canvas: Canvas, elementRegistry: Registry, modeling: Modeling, popupMenu: PopupMenu, rules: Rules, translate: Translate) {
  const choose = (made: readonly Drawn[]): true => {
    const shown = made.filter(({ labelTarget }) => !labelTarget);
    selection.select(shown.length === 1 ? shown : shown.filter(({ waypoints }) => !waypoints));
    if (shown[0]) canvas.scrollToElement(shown[0], MARGIN);
    return true;
  };
  const put = (beside: Drawn | undefined): boolean => {
    const hand = dragging.context();
    if (hand?.prefix !== 'create') return false;
    const { elements, shape, source, hints } = hand.data.context;
    dragging.cancel();
    const root = canvas.getRootElement();
    const there = elementRegistry.getAll().filter((one) => one !== root && !one.waypoints);
    const size = around(elements);
    const next = source ?? beside;
    const holders = there.filter(opened).sort((one, other) => boxOf(one).width * boxOf(one).height - boxOf(other).width * boxOf(other).height);
    const taken = there.filter((one) => !opened(one)).map(boxOf);
    const wanted = [...(next && !opened(next) ? [rightOf(boxOf(next), size)] : []), middleOf(canvas.viewbox()), ...[next, ...holders].flatMap((one) => (one && opened(one) ? middleOf(boxOf(one)) : []))];
    for (const middle of wanted) {
      const at = middleOf(freeSpot({ ...size, x: middle.x - size.width / 2, y: middle.y - size.height / 2 }, taken));
      const allowed = (target: Drawn): unknown => (elements.length === 1 ? rules.allowed('shape.create', { shape, target, position: at, source }) : rules.allowed('elements.create', { elements, target, position: at }));
      const parent = [...holders.filter((one) => holds(boxOf(one), at)), root].find(allowed);
      if (parent) return choose(source ? [modeling.appendShape(source, shape, at, parent)] : modeling.createElements(elements, at, parent, hints));
    }
    return true;
  };

  /** Whoever chose with the keyboard has no mouse to put it down with. */
  const atOnce = (entries: Entries): Entries => Object.fromEntries(Object.entries(entries).map(([name, entry]) => {
    const click = entry.action?.click;
    return [name, {
      ...entry,
      ...(entry.entries ? { entries: atOnce(entry.entries) } : {}),
      ...(click ? { action: { ...entry.action, click: (event: Event, chosen: unknown) => {
        const [beside] = selection.get();
        click(event, chosen);
        if (event instanceof KeyboardEvent) put(beside);
      } } } : {}),
    }];
  }));
  for (const menu of ['bpmn-create', 'bpmn-append']) popupMenu.registerProvider(menu, LAST, { getPopupMenuEntries: () => atOnce });

  keyboard.addListener(FIRST + 1, ({ keyEvent }) => {
    if (keyboard.hasModifier(keyEvent)) return undefined;
    if (keyEvent.key === 'Enter') return put(selection.get()[0]) || undefined;
    if (keyEvent.key.toLowerCase() !== 'n') return undefined;
    popupMenu.open(canvas.getRootElement(), 'bpmn-create', menuPlace(canvas), { title: translate('Create element'), width: 300, search: true });
    return true;
  });
}
Placing.$inject = ['keyboard', 'dragging', 'selection', 'canvas', 'elementRegistry', 'modeling', 'popupMenu', 'rules', 'translate'];
