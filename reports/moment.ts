/** An ISO date and time in UTC as people read it: `2026-11-23 02:00:00 UTC`. Anything else stays as it is. */
export function moment(iso: string): string {
  return iso.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?Z$/, '$1 $2 UTC');
}
