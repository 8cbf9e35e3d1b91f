import type { Answer, SentRequest, Trouble } from './exchange.ts';
import { Transport } from './transport.ts';

/** A transport that sends nothing, gives what it was told to, in order, and then the last of it again and again. */
export class ScriptedTransport extends Transport {
  readonly sent: SentRequest[] = [];
  private readonly script: readonly (Answer | Trouble)[];

  constructor(...script: readonly (Answer | Trouble)[]) {
    super();
    this.script = script;
  }

  override send(request: SentRequest): Promise<Answer | Trouble> {
    const next = this.script[Math.min(this.sent.length, this.script.length - 1)];
    this.sent.push(request);
    return next === undefined ? Promise.reject(new Error('nothing was scripted')) : Promise.resolve(next);
  }
}

/** An answer with this status and text. */
export const answered = (status: number, text = '', headers: Answer['headers'] = {}): Answer => ({
  status,
  headers,
  text,
  utf8: true,
});
