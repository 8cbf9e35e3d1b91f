/** The fragment of a requirement's row: its id, so that a link to it outlives the report. */
export function rowAnchor(id: string): string {
  return `req-${plainly(id)}`;
}

/** The fragment of a cause in the diagnosis. */
export function causeAnchor(id: string): string {
  return `cause-${plainly(id)}`;
}

/** The fragment of an exchange. */
export function exchangeAnchor(id: string): string {
  return `exchange-${plainly(id)}`;
}

/** Anything else would have to be escaped once more in a link. */
function plainly(id: string): string {
  return id.replaceAll(/[^\w.-]/g, '_');
}
