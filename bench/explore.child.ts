import { writeFileSync } from 'node:fs';
import process from 'node:process';

import { clock } from '../cli/clock.ts';
import { ExchangeLogFile } from '../cli/exchange-log.ts';
import { LedgerFile } from '../cli/ledger-file.ts';
import { catalogue } from '../contracts/catalogue.ts';
import { PLACEHOLDERS } from '../contracts/placeholders.ts';
import { waivers } from '../contracts/waivers.ts';
import type { SentRequest } from '../driver/exchange.ts';
import { isAnswer, Transport } from '../driver/transport.ts';
import { UNLIMITED } from '../runner/budget.ts';
import { explore } from '../runner/explore.ts';
import { openSession } from '../runner/open-session.ts';
import { Stage } from '../runner/stage.ts';
import { Tally } from '../verdicts/tally.ts';
import { numberIn, stringIn } from './json.ts';
import type { Replayed } from './replayed.ts';

// Exploration as `run` does it: bodies drawn, sent, judged, and written to the log and the ledger, one case at a time.
const job: unknown = JSON.parse(process.argv[2] ?? '');
const [base, token, folder] = [stringIn(job, 'base'), stringIn(job, 'token'), stringIn(job, 'folder')];
/** Where to write what is sent; empty where nobody asks. */
const record = stringIn(job, 'record');

/** Remembers what it sends, for a loop that sends the same. */
class RecordingTransport extends Transport {
  readonly sent: Replayed[] = [];

  override async send(request: SentRequest): ReturnType<Transport['send']> {
    const outcome = await super.send(request);
    if (isAnswer(outcome)) this.sent.push({ request, status: outcome.status, answer: outcome.text });
    return outcome;
  }
}

const transport = record === '' ? new Transport() : new RecordingTransport();
const journal = new LedgerFile(folder, { run: 'bench0001', target: base, startedAt: clock.now() });
const log = new ExchangeLogFile(folder);
const session = await openSession(
  transport,
  { base, access: { by: 'token', token }, runId: 'bench0001', time: clock, limits: UNLIMITED, journal },
  new Set([PLACEHOLDERS.moduleId]),
);
const stage = new Stage({ session, requirements: catalogue, tally: new Tally(catalogue, waivers), log });
const before = session.sender.total;
const began = performance.now();
const cpuBefore = process.cpuUsage();
for await (const event of explore(stage, { seed: 1, requests: numberIn(job, 'requests') })) {
  if (event.kind === 'finding') throw new Error(event.finding.message);
}
const tookMs = performance.now() - began;
const { user, system } = process.cpuUsage(cpuBefore);
await log.finish();
journal.close();
if (transport instanceof RecordingTransport) {
  writeFileSync(record, JSON.stringify(transport.sent.slice(before)));
}
await transport.close();
process.stdout.write(
  `${JSON.stringify({ requests: session.sender.total - before, tookMs, cpuMs: (user + system) / 1000 })}\n`,
);
