import type { Report } from '../../verdicts/report.ts';
import { explainsWords } from '../diagnosis-words.ts';
import { whole } from '../whole.ts';
import { causeAnchor, rowAnchor } from './anchor.ts';
import { markup, nothing, type Html } from './markup.ts';
import { prose } from './prose.ts';
import { section } from './section.ts';

/** What is wrong in a handful of causes, each with what to do next and links to the requirements that follow from it. */
export function diagnosis(report: Report): Html {
  if (report.diagnosis.length === 0) return nothing;
  return section(
    'Diagnosis',
    markup`<ol class="causes">${report.diagnosis.map(
      (each) => markup`
<li id="${causeAnchor(each.id)}"><p><strong>${prose(each.cause)}</strong></p><p>${prose(each.next)}</p>
<details><summary>${whole(explainsWords(each, report))}</summary><ul>${each.requirements.map(
        (id) => markup`<li><a href="#${rowAnchor(id)}">${id}</a></li>`,
      )}</ul></details></li>`,
    )}
</ol>`,
  );
}
