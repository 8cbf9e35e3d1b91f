import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

import { isObject } from '../../contracts/pointer.ts';
import { messageOf } from '../../driver/errors.ts';
import { visibleLine } from '../../reports/visible.ts';
import { makeFolder } from '../make-folder.ts';
import { codeOf } from '../code-of.ts';
import { isInside, realPath } from '../settings/real-path.ts';
import { stateHome } from './state-home.ts';

/** A tenant that the user has confirmed, for one working directory: another checkout has to be confirmed by itself. */
interface Confirmed {
  readonly host: string;
  readonly directory: string;
}

/** The tenants that the user has confirmed, in the user's own folder for state and outside of any checkout. */
export class ConfirmedTenants {
  private readonly folder: string;
  private readonly directory = realPath('.');

  constructor(variables: NodeJS.ProcessEnv) {
    this.folder = stateHome(variables);
  }

  /** Whether a host is confirmed for the working directory. What lies within that directory confirms nothing. */
  has(host: string): boolean {
    return (
      this.isOutside() && this.read().some((each) => each.host === host && each.directory === this.directory)
    );
  }

  /** Remembers a host for the working directory. That it cannot be is told: it has to be confirmed again the next time. */
  add(host: string): void {
    try {
      if (!this.isOutside())
        throw new Error('it does not lie outside of the working directory, and would confirm nothing');
      makeFolder(this.folder);
      const part = `${this.file}.${process.pid}.part`;
      const all: readonly Confirmed[] = [...this.read(), { host, directory: this.directory }];
      writeFileSync(part, `${JSON.stringify(all, undefined, 2)}\n`, { mode: 0o600 });
      renameSync(part, this.file);
    } catch (error) {
      const words = `that ${host} is allowed cannot be remembered in ${this.folder}: ${messageOf(error)}`;
      process.stderr.write(
        `${visibleLine(`${words}. Give --allow-tenant each time, or set XDG_STATE_HOME.`)}\n`,
      );
    }
  }

  private get file(): string {
    return join(this.folder, 'confirmed-tenants.json');
  }

  private isOutside(): boolean {
    try {
      return !isInside(this.file, this.directory);
    } catch (error) {
      // Where it lies cannot be found out: whatever is there confirms nothing.
      if (codeOf(error) !== undefined) return false;
      throw error;
    }
  }

  private read(): readonly Confirmed[] {
    try {
      const found: unknown = JSON.parse(readFileSync(this.file, 'utf-8'));
      return Array.isArray(found) ? found.filter(isConfirmed) : [];
    } catch (error) {
      // A file that is not there, cannot be read or is not whole confirms nothing.
      if (error instanceof SyntaxError || codeOf(error) !== undefined) return [];
      throw error;
    }
  }
}

const isConfirmed = (value: unknown): value is Confirmed =>
  isObject(value) && typeof value['host'] === 'string' && typeof value['directory'] === 'string';
