import { dark, declarations, light } from './colours.ts';
import { printStyle } from './print-style.ts';
import { requirementStyle } from './requirement-style.ts';
import { scrollStyle } from './scroll-style.ts';

const documentStyle = `
* { box-sizing: border-box; }
html { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); scroll-padding-top: 1rem; }
body { max-width: 78rem; margin: 0 auto; padding: 2.5rem 2rem 4rem; }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
[hidden] { display: none !important; }
h1, h2, h3 { font-family: Charter, 'Bitstream Charter', 'Iowan Old Style', Cambria, Georgia, serif; font-weight: 600; line-height: 1.25; }
h1 { font-size: 1.6rem; font-weight: 400; margin: .25rem 0 .5rem; text-wrap: pretty; }
h1 strong.conformant { color: var(--passed); }
h1 strong.not-conformant { color: var(--failed); }
h1 strong.partial { color: var(--warned); }
h2 { font-size: 1.15rem; margin: 0; }
h3 { font-size: 1.05rem; margin: 2rem 0 .4rem; }
p { margin: .5rem 0; max-width: 48rem; }
code, pre, kbd { font-family: ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace; font-size: .85em; }
code { overflow-wrap: anywhere; }
pre { margin: 0; padding: .6rem .75rem; border-radius: 3px; overflow: auto; max-height: 24rem; line-height: 1.45; tab-size: 2; }
kbd { border: 1px solid var(--line); border-radius: 3px; padding: 0 .35em; }
.kicker, .quiet, .note, .label { color: var(--quiet); }
.kicker { margin: 0; }
.quiet { font-weight: 400; }
.figure { text-align: right; font-variant-numeric: tabular-nums; }
.scope { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .75rem 2rem; margin: 0 0 1rem; }
dt { color: var(--quiet); }
.scope div:first-child { grid-column: span 2; }
.scope dt { font-size: .85rem; }
dd { margin: 0; overflow-wrap: anywhere; }
.left-over { color: var(--failed); }
.part { display: grid; grid-template-columns: 12.5rem minmax(0, 1fr); gap: 0 2rem; padding-top: 1.5rem; margin-top: 1.5rem; border-top: 1px solid var(--line); }
header p { max-width: none; }
header + main > .part:first-child { margin-top: 1rem; }
.body > :first-child { margin-top: 0; }
.meter { display: block; width: 100%; height: .7rem; margin-bottom: .75rem; border-radius: 2px; }
rect.passed { fill: var(--passed); } rect.unobserved { fill: var(--passed); fill-opacity: .4; } rect.waived { fill: var(--waived); } rect.warned { fill: var(--warned); }
rect.failed { fill: var(--failed); } rect.errored { fill: var(--errored); } rect.not-exercised { fill: var(--line); }
.counts { width: 100%; border-collapse: collapse; }
.counts th, .counts td { padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); vertical-align: baseline; text-align: left; font-weight: 400; }
.counts thead th { color: var(--quiet); font-size: .85rem; }
.counts .figure { text-align: right; padding-right: 0; }
.counts .meaning { width: 100%; }
.counts .figure { white-space: nowrap; padding-left: 1rem; min-width: 3.75rem; }
.counts .zero { color: var(--quiet); }
.chip { display: inline-block; color: var(--tone); font-weight: 600; font-size: .85rem; line-height: 1.4; white-space: nowrap; border-radius: 3px; }
.chip.passed { --tone: var(--passed); font-weight: 400; } .chip.waived { --tone: var(--waived); } .chip.warned { --tone: var(--warned); }
.chip.failed { --tone: var(--failed); } .chip.errored { --tone: var(--errored); } .chip.not-exercised { --tone: var(--not-exercised); font-weight: 400; font-style: italic; }
.chip.unobserved { --tone: var(--quiet); font-weight: 400; }
.chip.failed, .chip.errored { background: var(--tone); color: var(--paper); padding: 0 .45em; }
.chip.warned, .chip.waived { box-shadow: inset 0 0 0 1px var(--tone); padding: 0 .45em; }
.causes { margin: 0; padding-left: 1.25rem; } .causes p { margin: .1rem 0; } .causes li + li { margin-top: .75rem; } .causes ul { margin: .25rem 0; }
.trouble, .changes { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0 .75rem; list-style: none; padding: 0; margin: 0; }
.trouble > li, .changes > li { display: grid; grid-column: 1 / -1; grid-template-columns: subgrid; padding: .5rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
.trouble .sides, .changes .sides { margin: .35rem 0; }
.trouble + details { margin-top: .5rem; }
.trouble pre, .changes pre { white-space: pre-wrap; overflow-wrap: anywhere; }
.trouble > li:first-child, .deviations div:first-child { padding-top: 0; }
.trouble .chip { justify-self: start; align-self: start; margin-top: .15rem; }
.trouble p { margin: .1rem 0 0; }
.level { font-size: .75rem; letter-spacing: .03em; color: var(--quiet); }
.id { color: var(--quiet); }
.deviations { margin: 0; }
.deviations div { padding: .5rem 0; border-bottom: 1px solid var(--line); }
.deviations dt { color: inherit; font-weight: 600; }
.deviations .quiet { margin-left: .5rem; }
`;

const narrowStyle = `
@media screen and (max-width: 52rem) {
body { padding: 1.25rem 1rem 3rem; }
h1 { font-size: 1.4rem; }
.part { grid-template-columns: minmax(0, 1fr); gap: .75rem; }
.scope { grid-template-columns: 1fr 1fr; gap: .6rem 1rem; }
.counts thead th:nth-child(2) { display: none; }
.counts tr { display: grid; grid-template-columns: 1fr 3rem 4rem 3rem 3rem; border-bottom: 1px solid var(--line); padding: .35rem 0; }
.counts th, .counts td { border: 0; padding: 0; }
.counts .figure { min-width: 0; padding-left: 0; }
.counts .meaning { grid-row: 2; grid-column: 1 / -1; color: var(--quiet); font-size: .9rem; }
.trouble, .changes { grid-template-columns: minmax(0, 1fr); }
.trouble > li, .changes > li { gap: .2rem; }
}
`;

/** The whole style of the page. */
export const style = `
:root { color-scheme: light; ${declarations(light)} }
@media screen and (prefers-color-scheme: dark) { :root { color-scheme: dark; ${declarations(dark)} } }
${documentStyle}${requirementStyle}${scrollStyle}${narrowStyle}${printStyle}`;
