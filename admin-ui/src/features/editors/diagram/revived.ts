interface Parts {
  getTypeDescriptor(type: string): unknown;
  create(type: string, attributes: object): unknown;
}

/** For `JSON.parse`: makes of each thing with a type what a diagram is made of, of the same id only once. */
export function revived(parts: Parts): (key: string, value: unknown) => unknown {
  const made = new Map<string, unknown>();
  return (_, value) => {
    if (typeof value !== 'object' || value === null || !('$type' in value)) return value;
    const { $type, ...attributes } = value as { $type: string; id?: string };
    const known = attributes.id === undefined ? undefined : made.get(attributes.id);
    if (known || !parts.getTypeDescriptor($type)) return known;
    const one = parts.create($type, attributes);
    if (attributes.id !== undefined) made.set(attributes.id, one);
    return one;
  };
}
