import type { Choice } from '../../contracts/exercise.ts';
import type { Json } from '../../contracts/expectation.ts';
import { DELETED, succeeded } from '../../contracts/http-status.ts';
import { PLACEHOLDERS } from '../../contracts/placeholders.ts';
import { valueAt } from '../../contracts/pointer.ts';
import type { PlannedRequest } from '../case.ts';
import { create, operate } from '../requests.ts';
import { validBody } from '../valid/body.ts';
import { wordsOf, type Command, type Slot } from './command.ts';
import { ModelAction } from './model-action.ts';
import type { Observed, PredictedRequest, Prediction } from './prediction.ts';

/** Two choices, so that a refusal of a name that is taken, which nobody documented, blames neither. */
const CHOICES: readonly Choice[] = ['dependencies:one', 'secrets:one'];
const BODY = validBody(CHOICES);

/** A model of a tenant and of the run's actions on it: it says what each answer must be, and learns from what it was. */
export class TenantModel {
  private readonly room: number;
  private readonly live = new Map<Slot, ModelAction>();
  private readonly gone = new Map<Slot, ModelAction>();
  /** Actions that share the name of another, and are left to the cleaning up. */
  private doubles = 0;
  private changes = 0;

  /** @param room how many actions there may be at one time. */
  constructor(room: number) {
    this.room = room;
  }

  /** Whether a command means anything now. */
  allows(command: Command): boolean {
    const { verb, slot } = wordsOf(command);
    switch (verb) {
      case 'create':
      case 'create-deployed':
        return this.live.size + this.doubles < this.room;
      case 'update':
      case 'repeat':
      case 'await':
      case 'deploy':
        return this.live.has(slot);
      case 'read':
      case 'delete':
      case 'list':
        return this.live.has(slot) || this.gone.has(slot);
      case 'page':
        return true;
    }
  }

  /** The request that a command makes, and what its answer must be. */
  plan(command: Command): PredictedRequest {
    const { slot } = wordsOf(command);
    const { id } = this.live.get(slot) ?? this.gone.get(slot) ?? {};
    return {
      slot,
      ...(id === undefined ? {} : { id }),
      request: this.requestOf(command),
      predictions: this.predict(command),
    };
  }

  private requestOf(command: Command): PlannedRequest {
    const { verb, slot } = wordsOf(command);
    const code = this.live.get(slot)?.code ?? codeOf(0);
    switch (verb) {
      case 'create':
      case 'create-deployed': {
        const deploy = verb === 'create-deployed';
        const value = { ...BODY, code: codeOf(0), ...(deploy ? { deploy } : {}) };
        return create({ kind: 'json', value }, { credentials: 'valid', choices: CHOICES });
      }
      case 'update':
        return operate('update', { body: content(codeOf(this.changes + 1)) });
      case 'repeat':
        return operate('update', { body: content(code) });
      case 'read':
      case 'await':
        return operate('read');
      case 'list':
        return operate('list', { query: { actionName: PLACEHOLDERS.name } });
      case 'page':
        return operate('list', { query: { page: '0', per_page: '1' } });
      case 'deploy':
        return operate('deploy');
      case 'delete':
        return operate('delete');
    }
  }

  private predict(command: Command): readonly Prediction[] {
    const { verb, slot } = wordsOf(command);
    const live = this.live.get(slot);
    const before = live ?? this.gone.get(slot);
    switch (verb) {
      case 'create':
      case 'create-deployed':
        if (before === undefined) return [];
        // Whether two actions may share a name is documented nowhere; that they share no id is.
        return [{ requirement: 'answer.id.unique', expects: { kind: 'new-id' }, earlier: [before.born] }];
      case 'read':
      case 'await':
        return live?.read ?? [isMissing('lifecycle.delete.gone')];
      case 'update':
      case 'repeat':
        return [
          { requirement: 'lifecycle.update.status', expects: { kind: 'status', in: [200] } },
          {
            requirement: 'lifecycle.update.echo',
            expects: { kind: 'echo', property: 'code', in: '/code' },
          },
          ...(live?.shownAgain ?? []),
        ];
      case 'list':
        return live === undefined
          ? []
          : [{ requirement: 'lifecycle.list.found', expects: { kind: 'listed' }, earlier: [live.born] }];
      case 'page':
        return [{ requirement: 'lifecycle.list.per_page', expects: { kind: 'paged', perPage: 1 } }];
      case 'deploy':
        return live?.deploy ?? [];
      case 'delete':
        return live === undefined
          ? [isMissing('lifecycle.delete.again')]
          : [{ requirement: 'lifecycle.delete.status', expects: { kind: 'status', in: [204] } }];
    }
  }

  /** Learns from the answer to a command. */
  learn(command: Command, observed: Observed): void {
    const { verb, slot } = wordsOf(command);
    const live = this.live.get(slot);
    if (verb === 'delete' && live !== undefined && (succeeded(observed.status) || observed.status === 404)) {
      this.live.delete(slot);
      // Where another answer than the documented one came, nobody knows whether it is there still.
      if (observed.status === DELETED) this.gone.set(slot, live);
      else this.doubles += 1;
    }
    if (!succeeded(observed.status)) return;
    if (verb === 'create' || verb === 'create-deployed') this.noteCreate(slot, observed, verb !== 'create');
    if (verb === 'read' || verb === 'await') live?.noteRead(observed);
    if (verb === 'deploy') live?.noteDeploy(observed);
    if (verb === 'update') this.changes += 1;
    if (verb === 'update' || verb === 'repeat') {
      live?.noteUpdate(observed, verb === 'update' ? codeOf(this.changes) : live.code);
    }
  }

  private noteCreate(slot: Slot, observed: Observed, deploys: boolean): void {
    const id = valueAt(observed.body, '/id');
    if (typeof id !== 'string' || id === '') return;
    if (this.live.has(slot)) this.doubles += 1;
    else this.live.set(slot, new ModelAction(id, observed, codeOf(0), deploys));
  }
}

/** What every recorded client sends at least in an update. */
const content = (code: string): Json => ({
  name: PLACEHOLDERS.name,
  supported_triggers: BODY['supported_triggers'] ?? [],
  code,
});

const isMissing = (requirement: 'lifecycle.delete.gone' | 'lifecycle.delete.again'): Prediction => ({
  requirement,
  expects: { kind: 'status', in: [404] },
});

/** The code after so many changes. */
const codeOf = (change: number): string =>
  `exports.onExecutePostLogin = async (event, api) => {};${change === 0 ? '' : `\n// change ${change}`}`;
