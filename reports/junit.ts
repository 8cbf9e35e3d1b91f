import type { Report, RequirementResult } from '../verdicts/report.ts';
import { byArea } from './by-area.ts';
import { evidence, type Evidence } from './evidence.ts';
import { resultDetails } from './result-details.ts';
import { timeSpent } from './time-spent.ts';
import { xmlAttributes, xmlText } from './xml.ts';

/**
 * The report as JUnit XML: a suite an area, a case a requirement. A warned or waived requirement, and one
 * that held unobserved, passes and says so in its output, because JUnit knows nothing between a pass and a failure.
 */
export function renderJunit(report: Report): string {
  const found = evidence(report);
  const attributes = xmlAttributes({
    name: report.suite.name,
    ...totals(report),
    time: seconds(report.durationMs),
    timestamp: report.startedAt,
  });
  const suites = [...byArea(report)].map(([area, results]) => testsuite(report, found, area, results));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributes}>\n${suites.join('')}${pacts(found, report)}</testsuites>\n`;
}

function testsuite(
  report: Report,
  found: Evidence,
  area: string,
  results: readonly RequirementResult[],
): string {
  const attributes = xmlAttributes({
    name: area,
    ...totals({ requirements: results, interactions: [] }),
    time: seconds(
      timeSpent(
        found,
        results.flatMap(({ cases }) => cases),
      ),
    ),
    timestamp: report.startedAt,
  });
  const properties = Object.entries({ target: report.target.url, seed: report.seed, depth: report.depth })
    .map(([name, value]) => `      <property${xmlAttributes({ name, value })}/>\n`)
    .join('');
  const tests = results.map((result) => testcase(found, area, result)).join('');
  return `  <testsuite${attributes}>\n    <properties>\n${properties}    </properties>\n${tests}  </testsuite>\n`;
}

function testcase(found: Evidence, area: string, result: RequirementResult): string {
  const attributes = xmlAttributes({
    classname: area,
    name: `${result.level} ${result.id}: ${result.title}`,
    // Requirements share exchanges, so the times of a suite's cases add up to more than its own.
    time: seconds(timeSpent(found, result.cases)),
  });
  return `    <testcase${attributes}>${outcome(found, result)}</testcase>\n`;
}

function outcome(found: Evidence, result: RequirementResult): string {
  if (result.verdict === 'passed') return '';
  if (result.verdict === 'not-exercised') return `<skipped${xmlAttributes({ message: result.reason })}/>`;
  const text = xmlText(resultDetails(found, result));
  const message = result.findings[0]?.message ?? result.reason;
  if (result.verdict === 'failed') {
    return `<failure${xmlAttributes({ message, type: result.level })}>${text}</failure>`;
  }
  if (result.verdict === 'errored')
    return `<error${xmlAttributes({ message, type: 'suite' })}>${text}</error>`;
  return `<system-out>${text}</system-out>`;
}

/** The interactions of pacts: a suite of their own, a case an interaction. */
function pacts(found: Evidence, { interactions, startedAt }: Report): string {
  if (interactions.length === 0) return '';
  const cases = interactions.map(({ consumer, exchange, outcome: came, reason, title }) => {
    const time = seconds(found.exchanges.get(exchange ?? '')?.durationMs ?? 0);
    const message = xmlAttributes({ message: reason });
    const outcomes = {
      verified: '',
      failed: `<failure${message}/>`,
      'not-exercised': `<skipped${message}/>`,
    };
    return `    <testcase${xmlAttributes({ classname: `pact.${consumer}`, name: title, time })}>${outcomes[came]}</testcase>\n`;
  });
  const attributes = xmlAttributes({
    name: 'pacts',
    ...totals({ requirements: [], interactions }),
    time: seconds(0),
    timestamp: startedAt,
  });
  return `  <testsuite${attributes}>\n${cases.join('')}  </testsuite>\n`;
}

type Judged = Pick<Report, 'requirements' | 'interactions'>;

function totals({ requirements, interactions }: Judged): Readonly<Record<string, number>> {
  const outcomes = [
    ...requirements.map(({ verdict }) => verdict),
    ...interactions.map((each) => each.outcome),
  ];
  const count = (wanted: string) => outcomes.filter((each) => each === wanted).length;
  return {
    tests: outcomes.length,
    failures: count('failed'),
    errors: count('errored'),
    skipped: count('not-exercised'),
  };
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}
