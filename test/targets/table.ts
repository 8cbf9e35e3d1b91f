import { isTried, type Trial } from './trial.ts';

/** A page of documentation that says what the suite makes of each server. */
export function renderPage(trials: readonly Trial[], date: string): string {
  return `# Servers of other people

What a run at standard depth says of servers that nobody here wrote, each set up as its users do: most from our schemas
as one OpenAPI description; MSW, json-server and WireMock with a few lines of their own. Of them all, auth0-mock alone
mocks the Management API, and Simulacrum's simulator has no actions.

\`npm run test:targets\` fetches each server, judges it with the command line and holds what a person says of it: the
causes, the order of badness, the requests and the time, and that every finding is true, which somebody looked at by
hand. \`npm run test:targets -- --write\` writes this page. Specmatic draws the status of a build at random, so that a run
waits for it as long as it waits for a build that never ends.

Tried on ${date}.

${rows(trials).join('\n')}
`;
}

function rows(trials: readonly Trial[]): readonly string[] {
  return [
    '| server | version | verdict | main cause | requests | s |',
    '| --- | --- | --- | --- | ---: | ---: |',
    ...trials.map((trial) => {
      const { title, version, from } = trial.server;
      const head = `| ${title} (${from}) | ${version} |`;
      if (!isTried(trial)) return `${head} not tried: ${cell(trial.missing)} | | | |`;
      const { report, seconds } = trial.judged;
      if (report === undefined) return `${head} no report | | | ${seconds.toFixed(0)} |`;
      const main = report.diagnosis[0]?.cause ?? '';
      return `${head} ${cell(report.summary)} | ${cell(main)} | ${report.requests.total} | ${seconds.toFixed(0)} |`;
    }),
  ];
}

const cell = (text: string): string => text.replaceAll('|', String.raw`\|`).replaceAll(/\s+/gu, ' ');
