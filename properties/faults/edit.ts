import type { Pointer } from '../../contracts/exercise.ts';
import type { Json } from '../../contracts/expectation.ts';
import { childOf, isObject, tokensOf } from '../../contracts/pointer.ts';

/** A copy of `body` with `value` at `at`; `undefined` takes away what is there. The parent must exist. */
export function withValueAt(body: Json, at: Pointer, value: Json | undefined): Json {
  return edit(body, tokensOf(at), value) ?? null;
}

function edit(
  current: Json | undefined,
  [token, ...rest]: readonly string[],
  value: Json | undefined,
): Json | undefined {
  if (token === undefined) return value;
  if (Array.isArray(current)) {
    const items = current as readonly Json[];
    const index = Number(token);
    const item = edit(items[index], rest, value);
    return [...items.slice(0, index), ...(item === undefined ? [] : [item]), ...items.slice(index + 1)];
  }
  if (!isObject(current)) throw new Error(`nothing to edit at ${token}: ${JSON.stringify(current)}`);
  const { [token]: old, ...others } = current;
  const changed = edit(old, rest, value);
  // An existing property keeps its place, so that a faulty body differs from its twin by the fault alone.
  const entries: [string, Json | undefined][] = Object.hasOwn(current, token)
    ? Object.entries(current).map(([name, each]) => [name, name === token ? changed : each])
    : [...Object.entries(others), [token, changed]];
  return Object.fromEntries(entries.filter((entry): entry is [string, Json] => entry[1] !== undefined));
}

/** The pointer one level up, and the last token. */
export function parentOf(at: Pointer): { readonly parent: Pointer; readonly last: string } {
  const tokens = tokensOf(at);
  const last = tokens.at(-1);
  if (last === undefined) throw new Error('the body itself has no parent');
  const parent = tokens.slice(0, -1).reduce<string>(childOf, '');
  return { parent: parent as Pointer, last };
}
