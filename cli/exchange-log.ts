import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';

import type { ExchangeLog, LoggedExchange } from '../runner/exchange-log.ts';
import { partOf } from './abandoned-files.ts';
import { unwritable } from './write-reports.ts';

const NAME = 'exchanges.ndjson';

/** Bytes that wait for the disk before a run has to. */
const BUFFERED = 1024 * 1024;

/** Characters that are put together for one write: each costs as much as several exchanges. */
const CHUNK = 64 * 1024;

/** A log on disk, one exchange a line. It takes the place of an earlier one only when it is whole. */
export class ExchangeLogFile implements ExchangeLog {
  private readonly dir: string;
  /** Where it grows: another run may write to the same folder. */
  private readonly part: string;
  private readonly stream: WriteStream;
  private failure: unknown;
  /** Lines that are not handed to the disk yet. */
  private waiting = '';

  /** Opens a log beside the place where it is to be. */
  constructor(dir: string) {
    this.dir = dir;
    this.part = partOf(join(dir, NAME));
    this.stream = createWriteStream(this.part, { highWaterMark: BUFFERED });
    // Told to whoever writes or finishes; without a listener it would end the process.
    this.stream.on('error', (error) => (this.failure = error));
  }

  /** Where the disk takes no more, nothing more is written; {@link finish} tells. */
  write(exchange: LoggedExchange): Promise<void> | undefined {
    if (this.failure !== undefined) return undefined;
    this.waiting += `${JSON.stringify(exchange)}\n`;
    return this.waiting.length < CHUNK || this.flush() ? undefined : this.drained();
  }

  /**
   * Closes the log and puts it in its place.
   *
   * @returns its path.
   * @throws UsageError when it cannot be written.
   */
  async finish(): Promise<string> {
    const path = join(this.dir, NAME);
    try {
      if (this.failure === undefined) this.flush();
      this.stream.end();
      await finished(this.stream);
      await rename(this.part, path);
    } catch (error) {
      throw unwritable(this.dir, error);
    }
    return path;
  }

  /** Closes the log and leaves nothing of it, unless it was finished. */
  async abandon(): Promise<void> {
    // The file may still be on its way to being opened: removed before it is there, it would come back.
    const closed = this.stream.closed || new Promise<void>((resolve) => this.stream.once('close', resolve));
    this.stream.destroy();
    await closed;
    await rm(this.part, { force: true });
  }

  /** Hands what waits to the disk; returns whether it takes more. */
  private flush(): boolean {
    const lines = this.waiting;
    this.waiting = '';
    return this.stream.write(lines);
  }

  private async drained(): Promise<void> {
    try {
      await once(this.stream, 'drain');
    } catch (error) {
      this.failure ??= error;
    }
  }
}
