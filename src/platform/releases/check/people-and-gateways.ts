import { nodes, type Node } from '../diagram/model.js';
import { repair, type Repair } from '../repair.js';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const known = (groups: unknown, roles: ReadonlySet<string>): string | undefined => text(groups).split(',').map((group) => group.trim()).find((group) => roles.has(group));

const nameOf = (element: Node): string => text(element['name']).replaceAll(/\s+/g, ' ').trim() || text(element.id);

/** Who most likely does it: whoever does the lane that it is drawn in; without lanes, the person before, since work mostly stays in the same hands. */
export function roleRepair(task: Node, roles: ReadonlySet<string>): Repair | null {
  const lane = laneOf(task);
  if (!lane) return roleBefore(task, roles);
  const inLane = nodes(lane['flowNodeRef']).flatMap((element) => (element.$type === 'bpmn:UserTask' ? (known(element['candidateGroups'], roles) ?? []) : []));
  const role = inLane[0] ?? known(nameOf(lane).toLowerCase(), roles);
  return role === undefined ? null : repair('role', text(task.id), role, `Beri peran jalur “${nameOf(lane)}”`, `Give it the role of the lane “${nameOf(lane)}”`);
}

function laneOf(task: Node): Node | undefined {
  for (let container = task.$parent; container; container = container.$parent) {
    const lane = nodes(container['laneSets']).flatMap((set) => nodes(set['lanes'])).find((one) => nodes(one['flowNodeRef']).includes(task));
    if (lane) return lane;
  }
  return undefined;
}

/** The nearest backwards. */
function roleBefore(task: Node, roles: ReadonlySet<string>): Repair | null {
  const seen = new Set([task]);
  let ring = [task];
  while (ring.length > 0) {
    ring = ring.flatMap((element) => nodes(element['incoming'])).flatMap((flow) => nodes(flow['sourceRef'])).filter((element) => !seen.has(element) && seen.add(element));
    for (const element of ring) {
      const role = element.$type === 'bpmn:UserTask' ? known(element['candidateGroups'], roles) : undefined;
      if (role) return repair('role', text(task.id), role, `Beri peran yang sama dengan “${nameOf(element)}”`, `Give it the role of “${nameOf(element)}”`);
    }
  }
  return null;
}

const flowName = (flow: Node): string => text(flow['name']) || nodes(flow['targetRef']).map(nameOf).join('');

/** The way without a condition becomes the one that is taken otherwise; where each has one, the last gives up its own. */
export function defaultRepair(gateway: Node): Repair | null {
  const out = nodes(gateway['outgoing']);
  const flow = out.find((one) => one['conditionExpression'] === undefined) ?? out.at(-1);
  if (!flow) return null;
  const name = flowName(flow);
  return repair('default-flow', text(gateway.id), text(flow.id), `Jadikan “${name}” alur bawaan`, `Make “${name}” the default flow`);
}
