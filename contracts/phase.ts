/**
 * The parts of a run, in order.
 *
 * - `corpus`: counterexamples that earlier runs found.
 * - `edges`: the enumerated cases, planned from the catalogue.
 * - `exploration`: bodies drawn at random from a seed, for as long as the budget lasts.
 * - `lifecycle`: sequences of operations drawn at random, held against a model of the tenant.
 * - `pacts`: what consumers rely on, played by Pact's Verifier.
 */
export const PHASES = ['corpus', 'edges', 'exploration', 'lifecycle', 'pacts'] as const;

/** A part of a run, which sends something. */
export type RunPhase = (typeof PHASES)[number];

/** A part of a run, or `recorded`: nothing is sent, and what others sent and recorded is judged. */
export type Phase = RunPhase | 'recorded';

/**
 * Whether a phase sends the same to every target, whatever the seed and the budget: such phases alone make the baseline
 * that one night is compared with another by.
 */
export const isDeterministic = (phase: Phase): boolean =>
  phase === 'corpus' || phase === 'edges' || phase === 'recorded' || phase === 'pacts';
