import type { Json } from '../contracts/expectation.ts';
import { isList } from '../contracts/pointer.ts';
import type { Report } from '../verdicts/report.ts';

/** What a hostile target might send: each breaks out of some place where a careless renderer would put it. */
export const HOSTILE =
  '<script>alert(1)</script>"><img src=x onerror=alert(2)>\'</style></script>-->]]>&amp;' +
  '\u001B[31m\u001B]8;;http://evil\u0007\u0000\r\u2028\u202E\uFFFE\uD800';

/** These pick words, styles and links, and the schema lets them hold little: with anything else it is no report. */
const RESTRICTED: ReadonlySet<string> = new Set(['verdict', 'level', 'in', 'outcome', 'document', 'section']);

/** The report with a text put behind every string in it, and behind every key of its maps. */
export function withEveryString(report: Report, suffix: string): Report {
  const plain: unknown = JSON.parse(JSON.stringify(report));
  const changed: unknown = isJson(plain) ? change(plain, suffix) : plain;
  if (!isReport(changed)) throw new TypeError('the walk lost the shape of the report');
  return changed;
}

function change(value: Json, suffix: string): Json {
  if (typeof value === 'string') return `${value}${suffix}`;
  if (isList(value)) return value.map((item) => change(item, suffix));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => {
      if (RESTRICTED.has(name) && typeof part === 'string') return [name, part];
      return [name, name === 'headers' ? renamed(part, suffix) : change(part, suffix)];
    }),
  );
}

function renamed(headers: Json, suffix: string): Json {
  return Object.fromEntries(
    Object.entries(headers ?? {}).map(([name, value]) => [name + suffix, `${String(value)}${suffix}`]),
  );
}

function isJson(value: unknown): value is Json {
  return value !== undefined;
}

function isReport(value: unknown): value is Report {
  return typeof value === 'object' && value !== null && 'requirements' in value;
}
