import { wideStyle } from './wide.ts';

/** The style of what only the report of a night has. */
export const nightStyle = `
.night.regression { color: var(--failed); } .night.no-regression { color: var(--passed); } .night.not-judged { color: var(--warned); }
.changes { margin-top: .75rem; }
.changes p { margin: .1rem 0 0; }
.state { font-size: .85rem; font-weight: 600; white-space: nowrap; }
.state.fixed { color: var(--passed); } .state.new, .state.flaky { color: var(--warned); } .state.regression { color: var(--failed); }
.state.still-failing, .state.gone, .state.not-judged { color: var(--quiet); } .state.still-failing.regression { color: var(--failed); }
.trends { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: 1.25rem 2rem; margin-bottom: 1rem; }
.trend { display: flex; flex-direction: column; justify-content: space-between; margin: 0; break-inside: avoid; }
.trend figcaption { font-size: .9rem; margin-bottom: .25rem; }
.chart { display: block; width: 100%; height: auto; font-size: 11px; }
.chart text { fill: var(--quiet); }
.key { margin-left: 1rem; color: var(--quiet); font-size: .85rem; white-space: nowrap; }
.key::before { content: ''; display: inline-block; width: .7em; height: .7em; margin-right: .35em; border-radius: 2px; background: var(--tone); }
.key.passed { --tone: var(--passed); } .key.waived { --tone: var(--waived); } .key.warned { --tone: var(--warned); }
.key.failed { --tone: var(--failed); } .key.errored { --tone: var(--errored); } .key.not-exercised { --tone: var(--not-exercised); }
${wideStyle}
.nights { border-collapse: collapse; font-size: .85rem; }
.nights th, .nights td { padding: .2rem .6rem .2rem 0; border-bottom: 1px solid var(--line); font-weight: 400; text-align: left; white-space: nowrap; }
.nights .figure { text-align: right; }
@media print { .key::before { print-color-adjust: exact; } .chart rect { print-color-adjust: exact; } }
`;
