import type { Case } from '../properties/case.ts';
import { draws, type Drawn } from '../properties/drawn.ts';
import { lifecycleCommands, type Commands } from '../properties/lifecycle/lifecycle-commands.ts';
import { scriptCase, scriptOf } from '../properties/lifecycle/script-case.ts';
import { costOf } from '../properties/plan.ts';
import type { Sending } from './case-run.ts';
import type { RunEvent } from './events.ts';
import { examine, tell, tellEnd, type Attempt } from './examine.ts';
import type { Exploration } from './explore.ts';
import { sendScript } from './send-script.ts';
import type { Stage } from './stage.ts';

/** Sends sequences of operations drawn at random, holds every answer against a model, and shrinks what fails. */
export async function* exploreLifecycle(
  stage: Stage,
  { seed, requests }: Exploration,
): AsyncGenerator<RunEvent> {
  const { session, record } = stage;
  const began = session.sender.total;
  const end = began + requests;
  let ended: string | undefined;
  const attempt: Attempt<Commands> = {
    key: (commands) => scriptOf(commands).join(),
    send: async (drawn) => {
      const next = scriptCase(scriptOf(drawn.value));
      const isAffordable = session.sender.total + costOf(next) <= end;
      if (!isAffordable) return undefined;
      ended = stage.reasonToStop(next) ?? (await stage.reasonToSkip(next));
      if (ended !== undefined) return undefined;
      return await stage.judge(sendingOf(drawn, next), await sendScript(session, next.id, drawn.value));
    },
  };
  for (const drawn of draws(lifecycleCommands(), seed)) {
    const run = await attempt.send(drawn);
    if (run === undefined) break;
    record.notePlanned(run.case, 'lifecycle');
    yield* tell(stage, run);
    yield* examine(stage, { drawn, run }, attempt);
  }
  yield* tellEnd(stage, 'lifecycle', ended, { spent: session.sender.total - began, requests });
}

/** A sequence is shrunk along what was sent of it, and so only its first draw can be repeated by seed and path. */
const sendingOf = ({ draw: { seed, path } }: Drawn<Commands>, next: Case): Sending => ({
  case: next,
  phase: 'lifecycle',
  draw: { seed, path: path.replace(/:.*$/, '') },
});
