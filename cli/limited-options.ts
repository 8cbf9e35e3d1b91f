import type { Command } from 'commander';

/** Adds with what a command shows that a target asks for the scope. */
export const limitedOptions = (command: Command): Command =>
  command
    .option('--limited-token <token>', 'access token without create:actions, for the promise of 403')
    .option('--limited-client-id <id>', 'client without create:actions, in place of that token')
    .option('--limited-client-secret <secret>', 'its secret (better: AUTH0_LIMITED_CLIENT_SECRET)');
