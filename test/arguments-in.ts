/** The `args` of the container in a manifest. */
export function argumentsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) =>
    key === 'args' && Array.isArray(part) ? part.map(String) : argumentsIn(part),
  );
}
