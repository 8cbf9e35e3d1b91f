// An identity provider's simulator: it hands out tokens and has no actions.
import { simulation } from '@simulacrum/auth0-simulator';

const [port] = process.argv.slice(2);
await simulation().listen(Number(port), '127.0.0.1');
