import type { ReportedExchange } from '../../verdicts/report.ts';
import { duration } from '../duration.ts';
import { moment } from '../moment.ts';
import { prettyJson } from '../pretty-json.ts';
import { exchangeAnchor } from './anchor.ts';
import { markup, type Html } from './markup.ts';

/** A request beside the answer to it, or beside the trouble that prevented one. */
export function exchange(shown: ReportedExchange, open: boolean): Html {
  const { answer, durationMs, id, recorded, request, startedAt, trouble } = shown;
  const came = answer === undefined ? 'no answer' : `answered ${answer.status}`;
  return markup`<details class="exchange" id="${exchangeAnchor(id)}"${open ? markup` open` : ''}>
<summary>Exchange ${id}: ${request.method}, ${came}${durationMs === undefined ? '' : ` after ${duration(durationMs)}`}${
    startedAt === undefined ? '' : markup` <time datetime="${startedAt}">${moment(startedAt)}</time>`
  }${recorded === undefined ? '' : markup`, <code>${recorded.file}</code> entry ${recorded.entry}`}</summary>
<div class="sides">
${message('Request', `${request.method} ${request.url}`, request.headers, request.body)}
${
  answer === undefined
    ? message('No answer', trouble?.kind ?? 'unknown trouble', {}, trouble?.message)
    : message('Answer', `HTTP ${answer.status}`, answer.headers, answer.body)
}
</div>
</details>`;
}

function message(
  title: string,
  firstLine: string,
  headers: Readonly<Record<string, string>>,
  body: string | undefined,
): Html {
  const fields = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const text = body === undefined || body === '' ? [] : ['', prettyJson(body)];
  return markup`<div><p class="label">${title}</p>
<pre tabindex="0">${[firstLine, ...fields, ...text].join('\n')}</pre></div>`;
}
