/** Paper takes the summary and what failed: what is looked up rather than read would fill hundreds of sheets. */
export const printStyle = `
.on-paper { display: none; }
@media print {
html { font-size: 9pt; line-height: 1.35; }
body { max-width: none; padding: 0; }
.chip { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.on-screen, button, details { display: none !important; }
.on-paper { display: block; color: var(--quiet); }
.part { grid-template-columns: minmax(0, 1fr); gap: .4rem; margin-top: .75rem; padding-top: .75rem; }
h2, h3 { break-after: avoid; }
.trouble > li, .changes > li, .causes > li { break-inside: avoid; }
.trouble > li, .changes > li { padding: .15rem 0; } .trouble p { margin: 0; } .causes li + li { margin-top: .3rem; }
.trouble .sides, .changes .sides { margin: .1rem 0; }
.sides div { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .5rem; align-items: baseline; }
pre { background: var(--well); padding: .1rem .4rem; max-height: none !important; white-space: pre-wrap; overflow-wrap: anywhere; }
a { color: inherit; text-decoration: none; }
}
`;
