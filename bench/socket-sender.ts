import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

import { bodyOfNext, type Target } from './create.ts';

const HEAD_END = '\r\n\r\n';

/**
 * One connection that creates actions, one after another. Written on a bare socket: a client library spends as much
 * of the two cores on a request as the server that is measured.
 */
export class SocketSender {
  readonly #socket: Socket;
  readonly #target: Target;
  readonly #head: string;
  #answered: (() => void) | undefined;
  #failed: ((error: Error) => void) | undefined;
  #missing = 0;

  private constructor(socket: Socket, target: Target) {
    this.#socket = socket;
    this.#target = target;
    const head = [
      `POST ${target.path} HTTP/1.1`,
      `host: ${new URL(target.origin).host}`,
      `authorization: Bearer ${target.token}`,
      'content-type: application/json',
      'content-length: ',
    ];
    this.#head = head.join('\r\n');
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.#take(chunk));
    socket.on('error', (error) => this.#failed?.(error));
    socket.on('close', () => this.#failed?.(new Error(`${target.name} closed a connection`)));
  }

  /** Connects to a target. */
  static async open(target: Target): Promise<SocketSender> {
    const { hostname, port } = new URL(target.origin);
    const socket = connect({ host: hostname, port: Number(port) });
    await once(socket, 'connect');
    return new SocketSender(socket, target);
  }

  /** Creates an action of a name never used before; throws at any answer but a 201 that tells its length. */
  create(): Promise<void> {
    const body = bodyOfNext();
    return new Promise((resolve, reject) => {
      this.#answered = resolve;
      this.#failed = reject;
      this.#socket.write(`${this.#head}${body.length}${HEAD_END}${body}`);
    });
  }

  /** Closes the connection. */
  close(): void {
    this.#failed = undefined;
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    if (this.#missing === 0) {
      const length = this.#lengthOf(chunk);
      if (length === undefined) {
        this.#failed?.(
          new Error(
            `${this.#target.name} did not answer 201 with a length: ${chunk.toString().slice(0, 200)}`,
          ),
        );
        return;
      }
      this.#missing = length;
    }
    this.#missing -= chunk.length;
    if (this.#missing === 0) this.#answered?.();
  }

  /** The bytes of an answer, head and body. */
  #lengthOf(chunk: Buffer): number | undefined {
    const headEnd = chunk.indexOf(HEAD_END);
    const head = chunk.toString('latin1', 0, headEnd + 2);
    const length = /\r\ncontent-length: (\d+)\r\n/i.exec(head)?.[1];
    const isCreated = head.startsWith('HTTP/1.1 201 ');
    return isCreated && length !== undefined ? headEnd + HEAD_END.length + Number(length) : undefined;
  }
}
