/**
 * The places of a value that a reader never looks at, as JSON Pointers. A validator that allows what it does not know
 * looks at nothing but what it knows.
 */
export function unreadBy(value: object, reader: (watched: object) => unknown): readonly string[] {
  const unread = new Set<string>();
  reader(watch(value, '', unread));
  return [...unread];
}

function watch(value: object, at: string, unread: Set<string>): object {
  const children = new Map<string, unknown>();
  for (const [key, child] of Object.entries(value) as [string, unknown][]) {
    const place = `${at}/${key}`;
    unread.add(place);
    children.set(key, typeof child === 'object' && child !== null ? watch(child, place, unread) : child);
  }
  return new Proxy(value, {
    get(target, key) {
      if (typeof key !== 'string' || !children.has(key)) return Reflect.get(target, key) as unknown;
      unread.delete(`${at}/${key}`);
      return children.get(key);
    },
  });
}
