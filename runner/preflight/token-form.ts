/** What is wrong with the form of a token, and what to do about it. */
export interface BadForm {
  readonly cause: string;
  readonly next: string;
}

/**
 * What makes a text no token of any target, before it is sent.
 *
 * @param name such as "the access token".
 */
export function badForm(token: string, name: string): BadForm | undefined {
  if (/^\s*bearer\s/i.test(token))
    return { cause: `${name} begins with the word Bearer`, next: 'Remove the word: give the token alone.' };
  if (/^\s*authorization:/i.test(token))
    return { cause: `${name} is a whole header`, next: 'Give what stands behind the word Bearer alone.' };
  if (/^(["'`]).*\1$/su.test(token))
    return { cause: `${name} stands in quotation marks`, next: 'Give it without them.' };
  if (/\s/.test(token))
    return {
      cause: `${name} has white space in it`,
      next: 'Give it on one line, without blanks or line breaks.',
    };
  return /^[\x21-\x7e]+$/.test(token)
    ? undefined
    : { cause: `${name} has characters in it that no header can hold`, next: 'Copy it anew.' };
}

/**
 * What may be wrong with a token that a target refuses, by its form; `undefined` where its form is that of a tenant's
 * tokens. A mock may take anything, so that this alone says nothing.
 */
export function oddForm(token: string): string | undefined {
  const parts = token.split('.');
  if (parts.length === 1) return 'it is no JSON Web Token, as the tokens of tenants are';
  if (parts.length !== 3 || parts.some((part) => part === ''))
    return 'it is a JSON Web Token of which a part is missing: it may have been cut';
  return parts.slice(0, 2).every(isJson)
    ? undefined
    : 'it is a JSON Web Token that cannot be read: it may have been cut';
}

function isJson(part: string): boolean {
  try {
    JSON.parse(Buffer.from(part, 'base64url').toString('utf-8'));
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
