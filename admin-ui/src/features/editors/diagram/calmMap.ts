/* oxlint-disable no-underscore-dangle -- the map has no other name for how it draws itself */
/** Milliseconds between two drawings of the small map. */
const REST = 150;

interface Map {
  readonly _svg: SVGSVGElement;
  _update(): void;
}

/** The small map follows a move a few times a second: drawn anew with each step, as it comes, it takes longer than the move itself. */
export const calmMapModule = {
  __init__: ['calmMap'],
  calmMap: ['type', CalmMap],
};

function CalmMap(minimap: Map) {
  sameOnce(minimap._svg);
  const update = minimap._update.bind(minimap);
  let due: number | undefined;
  minimap._update = () => {
    due ??= window.setTimeout(() => {
      due = undefined;
      update();
    }, REST);
  };
}
CalmMap.$inject = ['minimap'];

/** An attribute that is set to what it is already makes the browser lay the whole map out anew. */
function sameOnce(element: Element): void {
  const set = element.setAttributeNS.bind(element);
  element.setAttributeNS = (namespace: string | null, name: string, value: string) => {
    if (element.getAttributeNS(namespace, name) !== value) set(namespace, name, value);
  };
}
