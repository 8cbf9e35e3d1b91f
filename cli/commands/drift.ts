import process from 'node:process';

import { compareOperation } from '../../drift/openapi/compare-operation.ts';
import { comparePage } from '../../drift/page/compare-page.ts';
import { readPage } from '../../drift/page/read-page.ts';
import { visibleLine } from '../../reports/visible.ts';
import { parseDocument } from '../description/parse-document.ts';
import {
  readable,
  readDescription,
  readSource,
  unreadable,
  type OutsideText,
} from '../description/read-description.ts';
import { driftLines } from '../drift-lines.ts';
import { pageLines } from '../page-lines.ts';

/** Flags of `drift`, as commander parses them. */
export interface DriftFlags {
  readonly json?: true;
}

/** What a comparison came to: the same as a value and for a person. */
interface Outcome {
  readonly value: object;
  readonly title: string;
  readonly lines: readonly string[];
  readonly differs: boolean;
}

/** Exit code where a description, or the page, says something else than the contract. */
const DRIFTED = 1;

/**
 * Compares an OpenAPI description, or the documentation page as text, with the contract and sets the exit code: 0 where
 * they agree, 1 where they do not.
 *
 * @throws UsageError when it cannot be read.
 */
export async function driftCommand(source: string, { json }: DriftFlags): Promise<void> {
  const outside = await readSource(source);
  const { value, title, lines, differs } = ofPage(outside) ?? ofDescription(outside);
  const text = json ? JSON.stringify(value, undefined, 2) : [visibleLine(title), '', ...lines].join('\n');
  process.stdout.write(`${text}\n`);
  if (differs) process.exitCode = DRIFTED;
}

/** A page has a sample in JSON, but is none itself. */
function ofPage({ source, text }: OutsideText): Outcome | undefined {
  if (/^\s*[{[]/.test(text)) return undefined;
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(text)) {
    throw unreadable(source, new Error('it is a page in HTML: give its text, as a browser copies it'));
  }
  const facts = readPage(text);
  if (facts === undefined) return undefined;
  const comparison = comparePage(facts);
  const { added, changed, gone } = comparison;
  return {
    value: { source, page: true, ...comparison },
    title: `The page ${source} beside the one that the contract was made from`,
    lines: pageLines(comparison),
    differs: added.length + changed.length + gone.length > 0,
  };
}

function ofDescription(outside: OutsideText): Outcome {
  const { source } = outside;
  const document = readable(source, () => parseDocument(outside.text));
  const description = readDescription(outside, document);
  const comparison = readable(source, () => compareOperation(description));
  const { path, version } = description;
  return {
    value: { source, openapi: version, path, ...comparison },
    title: `POST ${path} of ${source} (OpenAPI ${version}) beside the contract`,
    lines: driftLines(comparison),
    differs: comparison.differences.length > 0,
  };
}
