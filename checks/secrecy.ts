import { formsOf } from '../contracts/encodings.ts';
import { masked } from '../contracts/mask.ts';
import type { Answer } from '../driver/exchange.ts';
import { broken, held, type Evidence, type Finding, type Judgement } from './judgement.ts';

const known = new WeakMap<readonly string[], readonly string[]>();

/** Every form of every secret; put together once, since every answer is searched for the same ones. */
function formsOfAll(secrets: readonly string[]): readonly string[] {
  const forms = known.get(secrets) ?? secrets.flatMap(formsOf);
  known.set(secrets, forms);
  return forms;
}

/** Judges that no secret's value comes back: in the body, in a header or its name, in any of its usual forms. */
export function judgeSecrecy({ exchange, earlier, secrets }: Evidence, answer: Answer): Judgement {
  const wasSent = [exchange, ...earlier].some(({ request }) =>
    secrets.some((value) => request.body?.includes(value)),
  );
  const forms = formsOfAll(secrets);
  const findings = placesToLook(answer)
    .filter(({ text }) => forms.some((form) => text.includes(form)))
    // A target may have made a name of the secret.
    .map(({ path, name }): Finding => ({
      message: masked(`the value of a secret came back in ${name}`, forms),
      path: masked(path, forms),
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
