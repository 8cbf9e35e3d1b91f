import * as fc from 'fast-check';

import type { Draw } from '../contracts/case.ts';

/** A value that was drawn at random. */
export interface Drawn<T> {
  readonly value: T;
  readonly draw: Draw;
  /** Values like it but smaller, the smallest first; each is made when it is asked for. */
  smaller(): Generator<Drawn<T>>;
}

/** How many draws are prepared at a time. */
const BATCH = 1000;

/**
 * Draws values without end, the same ones from the same seed as `fc.sample` and `fc.assert` do: a path can be handed to
 * either. A value is only made when its turn comes.
 */
export function* draws<T>(arbitrary: fc.Arbitrary<T>, seed: number): Generator<Drawn<T>> {
  const later = new Later(arbitrary);
  for (let from = 0; ; from += BATCH) {
    const batch = fc.sample(later, { seed, path: String(from), numRuns: BATCH });
    for (const [index, make] of batch.entries()) {
      yield drawnFrom(arbitrary, make(), { seed, path: String(from + index) });
    }
  }
}

/**
 * Draws again what a path leads to.
 *
 * @throws Error when the path leads nowhere.
 */
export function drawAgain<T>(arbitrary: fc.Arbitrary<T>, { seed, path }: Draw): T {
  const [value] = fc.sample(arbitrary, { seed, path, numRuns: 1 });
  if (value === undefined) throw new Error(`nothing is drawn at ${path} with seed ${seed}`);
  return value;
}

function drawnFrom<T>(arbitrary: fc.Arbitrary<T>, { value, context }: fc.Value<T>, draw: Draw): Drawn<T> {
  return {
    value,
    draw,
    *smaller() {
      let step = 0;
      for (const each of arbitrary.shrink(value, context)) {
        yield drawnFrom(arbitrary, each, { seed: draw.seed, path: `${draw.path}:${step}` });
        step += 1;
      }
    },
  };
}

/** Draws what makes a value instead of the value itself, so that its context, which shrinking needs, is not lost. */
class Later<T> extends fc.Arbitrary<() => fc.Value<T>> {
  private readonly inner: fc.Arbitrary<T>;

  constructor(inner: fc.Arbitrary<T>) {
    super();
    this.inner = inner;
  }

  override generate(random: fc.Random, bias: number | undefined): fc.Value<() => fc.Value<T>> {
    return new fc.Value(() => this.inner.generate(random.clone(), bias), undefined);
  }

  override canShrinkWithoutContext(_value: unknown): _value is () => fc.Value<T> {
    return false;
  }

  override shrink(): fc.Stream<fc.Value<() => fc.Value<T>>> {
    return fc.Stream.nil();
  }
}
