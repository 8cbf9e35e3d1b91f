/**
 * What the page does beyond being read: it narrows the list of requirements, opens what a link points to and copies
 * shell lines. It stores nothing and writes no markup.
 */
export const script = `'use strict';
const rows = [...document.querySelectorAll('.row')];
const find = document.querySelector('#find');
const ticks = [...document.querySelectorAll('.filters input[type=checkbox]')];
const text = new Map(rows.map((row) => [row, row.querySelector('.what').textContent.toLowerCase()]));

function ticked(name) {
  return ticks.filter((tick) => tick.name === name && tick.checked).map((tick) => tick.value);
}

function narrow() {
  const words = find.value.toLowerCase().split(/\\s+/).filter(Boolean);
  const verdicts = ticked('verdict');
  const levels = ticked('level');
  let shown = 0;
  for (const row of rows) {
    const fits =
      (verdicts.length === 0 || verdicts.includes(row.dataset.verdict)) &&
      (levels.length === 0 || levels.includes(row.dataset.level)) &&
      words.every((word) => text.get(row).includes(word));
    row.hidden = !fits;
    if (fits) shown += 1;
  }
  for (const area of document.querySelectorAll('.area')) {
    area.hidden = !area.querySelector('.row:not([hidden])');
  }
  document.querySelector('#none').hidden = shown > 0;
  document.querySelector('#shown').textContent = shown + ' of ' + rows.length + ' shown';
}

function clear() {
  find.value = '';
  for (const tick of ticks) tick.checked = false;
  narrow();
}

function openAll(open) {
  for (const row of rows) if (!row.hidden) row.open = open;
}

function follow() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  if (target.closest('[hidden]')) clear();
  for (let at = target; at; at = at.parentElement) if (at.localName === 'details') at.open = true;
  target.scrollIntoView();
}

async function copy(button, source) {
  try {
    await navigator.clipboard.writeText(source.textContent);
    button.textContent = 'Copied';
  } catch {
    getSelection().selectAllChildren(source);
    button.textContent = 'Selected';
  }
  setTimeout(() => { button.textContent = 'Copy'; }, 2000);
}

for (const source of document.querySelectorAll('.curl')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Copy';
  button.setAttribute('aria-live', 'polite');
  button.addEventListener('click', () => copy(button, source));
  source.after(button);
}

document.querySelector('.filters').hidden = false;
find.addEventListener('input', narrow);
for (const tick of ticks) tick.addEventListener('change', narrow);
document.querySelector('#open').addEventListener('click', () => openAll(true));
document.querySelector('#close').addEventListener('click', () => openAll(false));
document.querySelector('#clear').addEventListener('click', clear);
// Some browsers bring back on a reload what was typed, but not the list that it left.
addEventListener('pageshow', clear);
addEventListener('hashchange', follow);
addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape' && event.target === find) clear();
  if (event.key !== '/' || event.target.matches('input[type=search]')) return;
  event.preventDefault();
  find.focus();
});
follow();
`;
