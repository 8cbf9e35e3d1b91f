import { SecretSearch } from '../contracts/secret-search.ts';
import type { Answer } from '../driver/exchange.ts';
import { broken, held, type Evidence, type Finding, type Judgement } from './judgement.ts';

const known = new WeakMap<readonly string[], SecretSearch>();

/** A search for whole secrets; made once, since every answer is searched for the same ones. */
function searchFor(secrets: readonly string[]): SecretSearch {
  const search = known.get(secrets) ?? new SecretSearch(secrets);
  known.set(secrets, search);
  return search;
}

/** Judges that no secret's value comes back: in the body, in a header or its name, however it is encoded. */
export function judgeSecrecy({ exchange, earlier, secrets }: Evidence, answer: Answer): Judgement {
  const wasSent = [exchange, ...earlier].some(({ request }) =>
    secrets.some((value) => request.body?.includes(value)),
  );
  const search = searchFor(secrets);
  const findings = placesToLook(answer)
    .filter(({ text }) => search.finds(text))
    // A target may have made a name of the secret.
    .map(({ path, name }): Finding => ({
      message: search.masked(`the value of a secret came back in ${name}`),
      path: search.masked(path),
      kind: 'leaked',
      expected: 'no value of any secret',
      actual: 'the value that was sent',
    }));
  return findings.length > 0 ? broken(...findings) : held(wasSent);
}

function placesToLook({ text, headers }: Answer): readonly { path: string; name: string; text: string }[] {
  return [
    { path: '', name: 'the body', text },
    ...Object.entries(headers).flatMap(([name, value]) => [
      { path: `header ${name}`, name: `the name of the header \`${name}\``, text: name },
      { path: `header ${name}`, name: `the header \`${name}\``, text: String(value) },
    ]),
  ];
}
