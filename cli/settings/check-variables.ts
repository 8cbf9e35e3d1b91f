import { UsageError } from '../../driver/errors.ts';
import { didYouMean } from '../near-names.ts';
import { PREFIX, type KnownVariables } from './variable-names.ts';

/**
 * Makes sure that every variable of the suite's prefix is one: what is mistyped would be passed over in silence.
 *
 * @param where the variables are, for the message: the environment, or a file.
 * @throws UsageError for the first that is none.
 */
export function checkVariables(
  names: readonly string[],
  { all, renamed }: KnownVariables,
  where: string,
): void {
  const unknown = names.find((name) => name.startsWith(PREFIX) && !all.has(name));
  if (unknown === undefined) return;
  const right = renamed.get(unknown);
  throw new UsageError(
    'UNKNOWN_VARIABLE',
    `${unknown} in ${where} is no setting`,
    right === undefined
      ? didYouMean(unknown, [...all], 'Each flag has a variable, which its --help shows; unset this one.')
      : `The variable for it is ${right}.`,
  );
}
