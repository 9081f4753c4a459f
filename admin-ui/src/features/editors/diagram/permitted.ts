type Entries = Record<string, object>;
interface PopupMenu {
  registerProvider(menu: string, priority: number, provider: PermittedEntries): void;
}

const MENUS = ['bpmn-replace', 'bpmn-append', 'bpmn-create'];
/** After all others have put their entries in. */
const LAST = 100;
/** What the server's allow-list refuses, by the ending of the modeler's names for it. */
const REFUSED = /-(receive-task|manual-task|rule-task|script-task|transaction|ad-hoc-subprocess|complex-gateway|(link|compensation|cancel)(-intermediate)?(-start|-catch|-throw|-boundary|-end))$/;

/** Menus offer only what can be saved: who chooses from them should not be refused afterwards. */
class PermittedEntries {
  static readonly $inject = ['popupMenu'];

  constructor(popupMenu: PopupMenu) {
    for (const menu of MENUS) popupMenu.registerProvider(menu, LAST, this);
  }

  getPopupMenuEntries() {
    return (entries: Entries): Entries => Object.fromEntries(Object.entries(entries).filter(([name]) => !REFUSED.test(name)));
  }
}

export const permittedModule: object = { __init__: ['permittedEntries'], permittedEntries: ['type', PermittedEntries] };
