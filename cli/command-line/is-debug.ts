import { readSwitch } from '../settings/read-switch.ts';

/** Whether it is asked where an error came from: also where the command line, or this variable itself, is the error. */
export function isDebug(
  args: readonly string[],
  { CONFORMANCE_DEBUG: text = '' }: NodeJS.ProcessEnv,
): boolean {
  if (args.includes('--debug')) return true;
  try {
    return text.trim() !== '' && readSwitch(text, 'CONFORMANCE_DEBUG');
  } catch {
    // What it holds is told as the error that it is.
    return false;
  }
}
