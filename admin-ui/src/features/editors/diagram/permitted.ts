import { stepEntries, type PadParts } from './stepEntries.js';
import { needs } from './targets.js';

interface Entry {
  title?: string;
  description?: string;
  entries?: Entries;
}
type Entries = Record<string, Entry>;
type Change = (entries: Entries) => Entries;
interface Registry {
  registerProvider(priority: number, provider: object): void;
}
interface PopupMenu {
  registerProvider(menu: string, priority: number, provider: object): void;
}

const MENUS = ['bpmn-replace', 'bpmn-append', 'bpmn-create'];
/** After all others have put their entries in. */
const LAST = 100;
/** Colours are the modeler's own attributes: none of them is published. */
const COLOUR = 'set-color';

/** Entries that make what may be published; groups of entries where something is left of them. What the modeler explains of each is for programmers. */
export function permittedEntries(entries: Entries, permitted: ReadonlySet<string>): Entries {
  return Object.fromEntries(
    Object.entries(entries).flatMap(([name, { description: _, ...entry }]) => {
      if (name === COLOUR || needs(name).some((type) => !permitted.has(type))) return [];
      if (!entry.entries) return [[name, entry]];
      const inside = permittedEntries(entry.entries, permitted);
      return Object.keys(inside).length > 0 ? [[name, { ...entry, entries: inside }]] : [];
    }),
  );
}

/** Palette, pads and menus offer only what may be published, by the server's own list: who chooses from them should not be refused afterwards. */
export function permittedModule(types: readonly string[]): object {
  const permitted = new Set(types);
  const only: Change = (entries) => permittedEntries(entries, permitted);

  function Permitted(popupMenu: PopupMenu, palette: Registry, contextPad: Registry, parts: PadParts) {
    for (const menu of MENUS) popupMenu.registerProvider(menu, LAST, { getPopupMenuEntries: () => only, getPopupMenuHeaderEntries: () => only });
    const { inPalette, behind } = stepEntries(parts);
    palette.registerProvider(LAST, { getPaletteEntries: () => (entries: Entries) => only({ ...entries, ...inPalette() }) });
    contextPad.registerProvider(LAST, {
      getContextPadEntries: (element: object) => (entries: Entries) => only('append.append-task' in entries ? { ...behind(element), ...entries } : entries),
      getMultiElementContextPadEntries: () => only,
    });
  }
  Permitted.$inject = ['popupMenu', 'palette', 'contextPad', 'padParts'];

  function Parts(elementFactory: PadParts['elementFactory'], create: PadParts['create'], autoPlace: PadParts['autoPlace'], translate: PadParts['translate']): PadParts {
    return { elementFactory, create, autoPlace, translate };
  }
  Parts.$inject = ['elementFactory', 'create', 'autoPlace', 'translate'];

  return { __init__: ['permittedEntries'], permittedEntries: ['type', Permitted], padParts: ['factory', Parts] };
}
