/** Where the Management API is below a tenant's base URL. */
export const API = '/api/v2';

/**
 * The root of the API on a target: below the base URL, as on every tenant, until something shows that it is elsewhere.
 * A mock that serves the published description as it stands has it at the base URL itself.
 */
export class ApiRoot {
  /** Such as `https://example.eu.auth0.com/api/v2`, without a slash at its end. */
  url: string;
  private readonly base: string;

  /** @param base the target's base URL, without a slash at its end. */
  constructor(base: string) {
    this.base = base;
    this.url = `${base}${API}`;
  }

  /** Where it may be: `--target` may be the whole base path of the API, or be copied with the path of the operation. */
  get candidates(): readonly string[] {
    const short = this.base.replace(/\/actions(\/actions)?$/, '');
    return [...new Set([this.url, this.base, `${short}${API}`, short])];
  }
}
