/** Paper takes the summary and what failed: what is looked up rather than read would fill hundreds of sheets. */
export const printStyle = `
.on-paper { display: none; }
@media print {
html { font-size: 10pt; }
body { max-width: none; padding: 0; }
.chip { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.on-screen, button, details { display: none !important; }
.on-paper { display: block; color: var(--quiet); }
.part { grid-template-columns: minmax(0, 1fr); gap: .5rem; }
h2, h3 { break-after: avoid; }
.trouble > li, .changes > li, .causes > li { break-inside: avoid; }
pre { background: var(--well); max-height: none !important; white-space: pre-wrap; overflow-wrap: anywhere; }
a { color: inherit; text-decoration: none; }
}
`;
