import type { OverallVerdict, Verdict } from '../verdicts/verdict.ts';

/** How a verdict is called and what it means, for readers who see it for the first time. */
export const VERDICT_WORDS: Readonly<Record<Verdict, { readonly label: string; readonly meaning: string }>> =
  {
    errored: {
      label: 'errored',
      meaning: 'The suite itself broke while judging it, so nothing is known about the target.',
    },
    failed: { label: 'failed', meaning: 'The target broke a MUST.' },
    warned: { label: 'warned', meaning: 'The target broke a SHOULD, which does not make it non-conformant.' },
    waived: {
      label: 'waived',
      meaning:
        'The target broke it only in ways that real tenants are known for. Each has a name and a reason.',
    },
    passed: {
      label: 'passed',
      meaning:
        'Held, observed: every exchange that bears on it kept it, and some could have shown it broken.',
    },
    unobserved: {
      label: 'held, unobserved',
      meaning:
        'Nothing contradicted it, and nothing could have: what it speaks of was in no answer. It is not shown to hold.',
    },
    'not-exercised': {
      label: 'not exercised',
      meaning:
        'Nothing in this run could show it, or an answer that should have is missing. The reason is given. It is not a pass.',
    },
  };

/** How the verdict on the target as a whole is called. */
export const OVERALL_WORDS: Readonly<Record<OverallVerdict, string>> = {
  conformant: 'Conformant',
  'not-conformant': 'Not conformant',
  partial: 'Partial: not every MUST could be judged',
};
