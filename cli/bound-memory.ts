import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the heap from growing where little of it is alive. Left alone, V8 gives young objects up to 128 MB and lets old
 * ones grow to several times what is in use, as memory is cheaper to it than time; but a long run makes the same small
 * things again and again, and many run beside each other on a build machine. V8 reads both settings whenever it collects.
 */
export function boundMemory(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=20');
}
