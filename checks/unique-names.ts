import type { Exchange } from '../driver/exchange.ts';
import { answerBody } from './answer-body.ts';
import { broken, held, unjudged, type Judgement } from './judgement.ts';

/** Strings with the colon that makes a name of one, and the brackets around them. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}[\]]/g;

/** Judges that no object in an answer's JSON has a name twice: readers differ in which value they take. */
export function judgeUniqueNames(exchange: Exchange): Judgement {
  const body = answerBody(exchange);
  if ('trouble' in body) return unjudged('the answer is not JSON');
  const twice = repeatedName(exchange.answer?.text ?? '');
  if (twice === undefined) return held(typeof body.value === 'object' && body.value !== null);
  return broken({
    message: `an object has the name ${twice} twice`,
    path: '',
    kind: 'repeated-name',
    expected: 'each name once in an object',
    actual: `${twice} twice`,
  });
}

/** The first name, as it is written, that an object in a JSON text has twice. */
function repeatedName(json: string): string | undefined {
  const open: Set<string>[] = [];
  for (const [token, colon] of json.matchAll(TOKEN)) {
    if (token === '{' || token === '[') open.push(new Set());
    else if (token === '}' || token === ']') open.pop();
    else if (colon !== undefined) {
      const written = token.slice(0, -colon.length);
      // Two ways to escape a name make one name.
      const name = written.includes('\\') ? String(JSON.parse(written)) : written.slice(1, -1);
      const names = open.at(-1);
      if (names?.has(name) === true) return JSON.stringify(name);
      names?.add(name);
    }
  }
  return undefined;
}
