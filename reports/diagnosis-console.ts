import type { Report } from '../verdicts/report.ts';
import { clip } from './clip.ts';
import { explainsWords } from './diagnosis-words.ts';
import { visibleLine } from './visible.ts';

const LONGEST_CAUSE = 320;
/** What to do next may be to run a line, and half of one could not be run. */
const LONGEST_NEXT = 2000;

/** What is wrong as lines of a screen, with an empty one before it; none where there is nothing to tell. */
export function diagnosisLines(
  report: Report,
  paint: (style: 'bold' | 'dim', text: string) => string,
): readonly string[] {
  const lines = report.diagnosis.flatMap((each, index) => [
    `${index + 1}. ${paint('bold', line(each.cause, LONGEST_CAUSE))} ${paint('dim', `(${explainsWords(each, report)})`)}`,
    `   ${line(`Next: ${each.next}`, LONGEST_NEXT)}`,
  ]);
  return lines.length === 0 ? [] : ['', ...lines];
}

const line = (text: string, longest: number): string => visibleLine(clip(text, longest));
