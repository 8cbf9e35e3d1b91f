import type { Choice, SentForm } from '../../contracts/exercise.ts';
import type { JsonObject } from '../../contracts/pointer.ts';
import type { PlannedRequest } from '../case.ts';
import { jsonText, reversed } from './json-text.ts';

/** Every form, in the order in which plans take them. */
export const SENT_FORMS: readonly SentForm[] = [
  'order',
  'charset',
  'accept-any',
  'escapes',
  'media-case',
  'white-space',
  'scheme-case',
];

type Sent = Pick<PlannedRequest, 'contentType' | 'accept' | 'scheme' | 'body'>;

/** Whether a choice is about how a body is sent, and not about what it says. */
export const isSentForm = (choice: Choice): boolean => choice.startsWith('sent:');

/** A valid body in the form that the choices want it in, with the headers that tell it; nothing where it is the usual one. */
export function inSentForm(value: JsonObject, choices: readonly Choice[]): Sent {
  const has = (form: SentForm): boolean => choices.includes(`sent:${form}`);
  const ordered = has('order') ? reversed(value) : value;
  const escaped = has('escapes');
  const gap = has('white-space') ? ' \t\r\n' : '';
  const media = has('media-case') ? 'Application/JSON' : 'application/json';
  return {
    contentType: has('charset') ? `${media}; charset=UTF-8` : media,
    ...(has('accept-any') ? { accept: '*/*' } : {}),
    ...(has('scheme-case') ? { scheme: 'bearer' } : {}),
    body:
      escaped || gap !== ''
        ? { kind: 'text', text: jsonText(ordered, { gap, escaped }) }
        : { kind: 'json', value: ordered },
  };
}
