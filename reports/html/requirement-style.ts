/** How the list of requirements and what is behind a row look, on a screen and on a phone. */
export const requirementStyle = `
.margin:has(.filters) { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow: auto; padding: .25rem .25rem 1rem; margin: -.25rem -.25rem 0; }
.filters { margin-top: 1rem; font-size: .9rem; }
.filters label[for] { display: block; color: var(--quiet); margin-bottom: .25rem; }
.filters input[type=search] { width: 100%; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--quiet); border-radius: 3px; padding: .3rem .5rem; }
.filters fieldset { border: 0; margin: 1rem 0 0; padding: 0; }
.filters legend { padding: 0; color: var(--quiet); }
.filters fieldset label { display: flex; align-items: baseline; gap: .5rem; padding: .1rem 0; }
.filters fieldset .figure { margin-left: auto; }
.filters p { margin: 1rem 0 0; }
button { font: inherit; font-size: .85rem; color: var(--link); background: none; border: 1px solid var(--line); border-radius: 3px; padding: .1rem .5rem; cursor: pointer; margin-bottom: .25rem; }
button:hover { border-color: currentColor; }
.columns, .row > summary { display: grid; grid-template-columns: 4rem minmax(0, 1fr) 9rem 3rem 3rem; gap: .75rem; align-items: baseline; }
.columns { color: var(--quiet); font-size: .85rem; padding-left: 1rem; }
.columns + .area > h3 { margin-top: .75rem; }
.area > h3 { border-bottom: 1px solid var(--quiet); padding-bottom: .25rem; }
.row { border-bottom: 1px solid var(--line); }
.row > summary { position: relative; padding: .35rem 0 .35rem 1rem; cursor: pointer; list-style: none; }
.row > summary::-webkit-details-marker { display: none; }
.row > summary::before { content: ''; position: absolute; left: .1rem; top: .8rem; border: solid transparent; border-width: .28rem 0 .28rem .4rem; border-left-color: var(--quiet); }
.row[open] > summary::before { transform: rotate(90deg); }
.row > summary:hover { background: var(--well); }
.what .id { display: block; }
.how { display: flex; flex-direction: column; align-items: flex-start; }
.basis { padding: .25rem 0 1.25rem 1rem; }
.facts { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .2rem .75rem; margin: .25rem 0; }
.facts ul { margin: 0; padding: 0; list-style: none; }
.finding { margin-top: 1.25rem; padding-left: 1rem; border-left: 3px solid var(--line); }
.finding h4 { margin: 0; font-size: 1rem; overflow-wrap: anywhere; }
.fault { max-width: none; overflow-wrap: anywhere; }
del, ins { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: .85em; text-decoration-thickness: 1px; padding: 0 .2em; background: var(--well); border-radius: 3px; }
ins { text-decoration: none; font-weight: 600; }
.sides { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .75rem; margin: .75rem 0; }
.sides dt, .label { font-size: .85rem; margin: 0 0 .2rem; }
.sides dt { color: var(--quiet); }
.exchange > summary { cursor: pointer; }
.exchange time { color: var(--quiet); font-size: .85rem; }
.copy { display: flex; align-items: flex-start; gap: .5rem; }
.copy pre { flex: 1; min-width: 0; white-space: pre-wrap; overflow-wrap: anywhere; max-height: 10rem; }
.note { margin-top: 1rem; }
@media screen and (max-width: 52rem) {
.margin:has(.filters) { position: static; max-height: none; }
.filters fieldset { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
.columns { display: none; }
.row > summary { grid-template-columns: auto minmax(0, 1fr) auto auto; gap: .1rem .75rem; }
.what { grid-column: 1 / -1; grid-row: 2; }
.how { flex-flow: row wrap; gap: 0 .5rem; align-items: baseline; }
.cases::before { content: 'cases '; } .seen::before { content: 'seen '; }
.row .figure { color: var(--quiet); font-size: .85rem; }
.sides { grid-template-columns: minmax(0, 1fr); }
.copy { flex-direction: column; } .copy pre { width: 100%; flex: none; }
}
`;
