/** A number with its noun: `1 case`, `3 cases`, `no cases`. */
export function amount(count: number, one: string, many = `${one}s`): string {
  if (count === 0) return `no ${many}`;
  return `${count} ${count === 1 ? one : many}`;
}
