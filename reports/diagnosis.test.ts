import { describe, expect, test } from 'vitest';

import { renderConsole } from './console.ts';
import { exampleReport } from './example-report.ts';
import { renderHtml } from './html.ts';
import { renderMarkdown } from './markdown.ts';

const report = exampleReport();
const CAUSE = 'It refuses nothing: it accepted all 3 invalid bodies that were sent.';

describe('the diagnosis', () => {
  test('stands on the screen before any requirement, which names its cause', () => {
    const text = renderConsole(report, { colour: false, files: [] });
    expect(text).toContain(`1. ${CAUSE} (explains 2 requirements: 1 failed, 1 warned)\n   Next: Validate`);
    expect(text.indexOf(CAUSE)).toBeLessThan(text.indexOf('failed MUST request.name.required'));
    expect(text).toMatch(/^failed MUST request\.name\.required .* \(cause 1\)$/m);
    expect(text).toMatch(/^errored SHOULD answer\.times answers times in order$/m);
  });

  test('stands in the summary of a job with the requirements that it explains', () => {
    const text = renderMarkdown(report);
    expect(text).toContain(`1. **${CAUSE}** Validate the body by the <code>schema</code> of the API.`);
    expect(text).toContain('explains 2 requirements: 1 failed, 1 warned: <code>request.name.required</code>');
    expect(text.indexOf(CAUSE)).toBeLessThan(text.indexOf('### Broken requirements'));
    expect(text).toContain('(cause 1)<br>');
  });

  test('stands on the page, and requirements and causes link to each other', () => {
    const page = renderHtml(report);
    expect(page).toContain(`<li id="cause-refuses-nothing"><p><strong>${CAUSE}</strong></p>`);
    expect(page).toContain('<li><a href="#req-request.name.required">request.name.required</a></li>');
    const list = page.slice(page.indexOf('What failed or warned'), page.indexOf('Consumer contracts'));
    expect(list.split('<a href="#cause-refuses-nothing">cause 1</a>')).toHaveLength(3);
    const row = page.slice(page.indexOf('id="req-request.name.required"'));
    expect(row.slice(0, row.indexOf('</dl>'))).toContain(`<a href="#cause-refuses-nothing">${CAUSE}</a>`);
  });

  test('is nowhere where there is none', () => {
    const none = exampleReport({ diagnosis: [] });
    expect(renderHtml(none)).not.toContain('<h2>Diagnosis</h2>');
    expect(renderMarkdown(none)).not.toContain('### Diagnosis');
    expect(renderConsole(none, { colour: false, files: [] })).not.toMatch(/^1\. |cause 1/m);
  });
});
