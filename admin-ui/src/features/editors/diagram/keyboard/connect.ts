import { inOrder, type Drawn } from './order.js';
import { FIRST, type Canvas, type Keyboard, type Modeling, type PopupMenu, type Rules, type Selection, type Translate } from './services.js';

const MENU = 'tertib-connect';
const FLOWS = ['bpmn:SequenceFlow', 'bpmn:MessageFlow'];

export const nameOf = ({ type, businessObject }: Drawn, translate: Translate): string =>
  businessObject.name?.replaceAll(/\s+/g, ' ').trim() || `${translate(type.replace('bpmn:', '').replaceAll(/(?<=[a-z])[A-Z]/g, (big) => ` ${big.toLowerCase()}`))} (${businessObject.id})`;

/** What a flow may be drawn to, with the kind of flow. */
export function targetsOf(source: Drawn, all: readonly Drawn[], rules: Rules): { target: Drawn; flow: object }[] {
  return all.flatMap((target) => {
    if (target === source || target.waypoints || source.outgoing?.some((flow) => flow.target === target)) return [];
    const flow = rules.allowed('connection.create', { source, target });
    return flow && FLOWS.includes((flow as { type?: string }).type ?? '') ? [{ target, flow: flow as object }] : [];
  });
}

/** A flow without a mouse: its end is picked from a list that can be searched. With nothing chosen the key stays the modeler's own. */
export function Connecting(keyboard: Keyboard, selection: Selection, canvas: Canvas, popupMenu: PopupMenu, rules: Rules, modeling: Modeling, translate: Translate) {
  const draw = (source: Drawn, target: Drawn, flow: object) => () => {
    popupMenu.close();
    selection.select(modeling.connect(source, target, flow));
  };
  popupMenu.registerProvider(MENU, 1000, {
    getPopupMenuEntries: (source: Drawn) => Object.fromEntries(targetsOf(source, inOrder(canvas.getRootElement()), rules).map(({ target, flow }) => [target.id, { label: nameOf(target, translate), action: draw(source, target, flow) }])),
    getEmptyPlaceholder: () => translate('No matching entries'),
  });
  keyboard.addListener(FIRST, ({ keyEvent }) => {
    const [source, ...more] = selection.get();
    if (keyboard.hasModifier(keyEvent) || keyEvent.key.toLowerCase() !== 'c' || !source || more.length > 0 || source.waypoints) return undefined;
    popupMenu.open(source, MENU, menuPlace(canvas), { title: translate('Connect to other element'), width: 300, search: true });
    return true;
  });
}
Connecting.$inject = ['keyboard', 'selection', 'canvas', 'popupMenu', 'rules', 'modeling', 'translate'];

const PALETTE = 120;

/** Clear of the palette: there is no mouse that it could open beside. */
export function menuPlace(canvas: Canvas): { x: number; y: number } {
  const { left, top } = canvas.getContainer().getBoundingClientRect();
  return { x: left + PALETTE, y: top + 20 };
}
