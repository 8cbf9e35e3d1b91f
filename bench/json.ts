/** The member of a JSON object under a name; throws where there is none. */
export function memberOf(value: unknown, name: string): unknown {
  if (!isRecord(value) || value[name] === undefined) throw new Error(`${name} is missing`);
  return value[name];
}

/** The string under a name; throws for anything else. */
export function stringIn(value: unknown, name: string): string {
  const found = memberOf(value, name);
  if (typeof found !== 'string') throw new Error(`${name} is no string`);
  return found;
}

/** The number under a name; throws for anything else. */
export function numberIn(value: unknown, name: string): number {
  const found = memberOf(value, name);
  if (typeof found !== 'number') throw new Error(`${name} is no number`);
  return found;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
