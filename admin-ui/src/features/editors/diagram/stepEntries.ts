/** As much of the modeler as makes a step. */
export interface PadParts {
  readonly elementFactory: { createShape(attributes: { type: string }): object };
  readonly create: { start(event: Event, shape: object): void };
  readonly autoPlace: { append(source: object, shape: object): void };
  readonly translate: (text: string) => string;
}

const STEPS = [
  { name: 'user-task', type: 'bpmn:UserTask', icon: 'bpmn-icon-user-task', create: 'Create user task', append: 'Append user task' },
  { name: 'service-task', type: 'bpmn:ServiceTask', icon: 'bpmn-icon-service-task', create: 'Create service task', append: 'Append service task' },
];

/** A person's task and an automatic step, in place of the step that is neither and cannot be published. */
export function stepEntries({ elementFactory, create, autoPlace, translate }: PadParts) {
  const entry = (group: string, className: string, title: string, action: object) => ({ group, className, title: translate(title), action });
  return {
    inPalette: () => Object.fromEntries(STEPS.map(({ name, type, icon, create: title }) => {
      const begin = (event: Event) => create.start(event, elementFactory.createShape({ type }));
      return [`create.${name}`, entry('activity', icon, title, { dragstart: begin, click: begin })];
    })),
    behind: (source: object) => Object.fromEntries(STEPS.map(({ name, type, icon, append: title }) => [
      `append.${name}`,
      entry('model', icon, title, {
        click: () => autoPlace.append(source, elementFactory.createShape({ type })),
        dragstart: (event: Event) => create.start(event, Object.assign(elementFactory.createShape({ type }), { source })),
      }),
    ])),
  };
}
