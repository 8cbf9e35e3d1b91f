import type { Json } from '../../contracts/expectation.ts';
import { valueAt } from '../../contracts/pointer.ts';
import type { Observed, Prediction } from './prediction.ts';

/** What the model knows of one action. What nobody documented, and nothing showed, it does not claim to know. */
export class ModelAction {
  readonly id: string;
  /** Number of the create. */
  readonly born: number;
  code: string;
  /** The code that is live; `undefined` where that is not known, or nothing is. */
  private live: string | undefined;
  /** Number of the latest version; `undefined` where that is not known. */
  private versions: number | undefined;
  private deployedOnce: 'no' | 'perhaps' | 'yes';
  private wasUpdated = false;
  private status: string | undefined;
  /** Requests whose answers showed it since its build began, and since it was created. */
  private building: number[];
  private readonly shown: number[];

  constructor(id: string, { number, body }: Observed, code: string, deploys: boolean) {
    this.id = id;
    this.born = number;
    this.code = code;
    // Whether a create that deploys is live at once is documented nowhere.
    this.deployedOnce = deploys ? 'perhaps' : 'no';
    this.versions = deploys ? numberIn(body, '/deployed_version/number') : 0;
    this.building = [number];
    this.shown = [number];
  }

  /** What holds for every answer that shows the action. */
  get shownAgain(): readonly Prediction[] {
    return [
      {
        requirement: 'lifecycle.read.same',
        expects: { kind: 'reads-back', properties: ['id', 'name', 'supported_triggers', 'created_at'] },
        earlier: [this.born],
      },
      {
        requirement: 'lifecycle.times.forward',
        expects: { kind: 'times-forward' },
        earlier: [...this.shown],
      },
    ];
  }

  get read(): readonly Prediction[] {
    const code = { kind: 'value', in: '/code', value: this.code } as const;
    return [
      { requirement: 'lifecycle.read.found', expects: { kind: 'status', in: [200] } },
      { requirement: this.wasUpdated ? 'lifecycle.update.echo' : 'lifecycle.read.same', expects: code },
      {
        requirement: 'lifecycle.status.steps',
        expects: { kind: 'legal-steps' },
        earlier: [...this.building],
      },
      ...this.shownAgain,
      ...this.readOfDeployment,
    ];
  }

  private get readOfDeployment(): readonly Prediction[] {
    if (this.deployedOnce === 'yes' && this.live !== undefined) {
      const live = { kind: 'value', in: '/deployed_version/code', value: this.live } as const;
      const isComplete = this.live === this.code;
      return [
        { requirement: 'lifecycle.deploy.version', expects: live },
        {
          requirement: isComplete ? 'lifecycle.deploy.complete' : 'lifecycle.update.undeployed',
          expects: complete(isComplete),
        },
      ];
    }
    const isDraft = this.deployedOnce === 'no' && this.wasUpdated;
    return isDraft ? [{ requirement: 'lifecycle.update.undeployed', expects: complete(false) }] : [];
  }

  /** Only a draft that is built can surely be deployed; what becomes of another is not documented. */
  get deploy(): readonly Prediction[] {
    if (this.status !== 'built') return [];
    return [
      { requirement: 'lifecycle.deploy.accepted', expects: { kind: 'accepted' } },
      { requirement: 'lifecycle.deploy.status', expects: { kind: 'status', in: [202], ofSuccess: true } },
      { requirement: 'lifecycle.deploy.deployed', expects: { kind: 'value', in: '/deployed', value: true } },
      ...(this.versions === undefined
        ? []
        : [
            {
              requirement: 'lifecycle.deploy.number',
              expects: { kind: 'value', in: '/number', value: this.versions + 1 },
            } as const,
          ]),
    ];
  }

  noteRead({ number, body }: Observed): void {
    this.building.push(number);
    this.shown.push(number);
    const status = valueAt(body, '/status');
    this.status = typeof status === 'string' ? status : undefined;
  }

  /** An update starts another build, also where it changes nothing. */
  noteUpdate({ number }: Observed, code: string): void {
    this.code = code;
    this.wasUpdated = true;
    this.status = undefined;
    this.building = [number];
    this.shown.push(number);
  }

  noteDeploy({ body }: Observed): void {
    this.live = this.code;
    this.deployedOnce = 'yes';
    this.versions = numberIn(body, '/number');
  }
}

const complete = (value: boolean) => ({ kind: 'value', in: '/all_changes_deployed', value }) as const;

function numberIn(body: Json | undefined, pointer: string): number | undefined {
  const value = valueAt(body, pointer);
  return typeof value === 'number' ? value : undefined;
}
