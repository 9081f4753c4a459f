import { inOrder, neighbour } from './order.js';
import { FIRST, MARGIN, type Canvas, type EventBus, type Keyboard, type Selection } from './services.js';

const STEPS: Readonly<Record<string, 1 | -1>> = { '.': 1, ',': -1, PageDown: 1, PageUp: -1 };

/** What is outside of the drawing and reached from it by a key. */
export interface Outside {
  help(): void;
  /** The fields of what is chosen. */
  fields(): void;
}

/** From element to element with two keys; Tab leaves the drawing, as it leaves everything else. */
export const walking = (outside: Outside) => {
  function Walking(keyboard: Keyboard, selection: Selection, canvas: Canvas, eventBus: EventBus) {
    let last = 0;
    // However it was chosen.
    eventBus.on('selection.changed', ({ newSelection: [one] }) => {
      if (one) last = inOrder(canvas.getRootElement()).indexOf(one);
    });
    const go = (step: 1 | -1): void => {
      const all = inOrder(canvas.getRootElement());
      const [chosen] = selection.get();
      // Where the chosen one was deleted, it goes on from there.
      const next = chosen ? neighbour(all, chosen, step) : (all[Math.min(Math.max(last, 0), all.length - 1)]);
      if (!next) return;
      selection.select(next);
      canvas.scrollToElement(next, MARGIN);
    };
    const keys: Readonly<Record<string, () => boolean>> = {
      '?': () => (outside.help(), true),
      Escape: () => (selection.select(null), true),
      Enter: () => selection.get().length === 1 && (outside.fields(), true),
    };
    keyboard.addListener(FIRST, ({ keyEvent }) => {
      if (keyEvent.ctrlKey || keyEvent.metaKey || keyEvent.altKey) return undefined;
      const step = STEPS[keyEvent.key];
      if (step) return go(step), true;
      return keys[keyEvent.key]?.() || undefined;
    });
  }
  Walking.$inject = ['keyboard', 'selection', 'canvas', 'eventBus'];
  return Walking;
};
