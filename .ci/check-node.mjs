// Ends a script of npm where the Node that the project brings along is missing and the machine's own is too old: that one
// would fail somewhere inside. Plain JavaScript, so that any Node reads it; npm tells it what package.json asks for.
import process from 'node:process';

const needed = (process.env['npm_package_engines_node'] ?? '').replace('>=', '');
const own = process.versions.node;
if (own.localeCompare(needed, 'en', { numeric: true }) < 0) {
  process.stderr.write(
    `actions-conformance: Node ${needed} or newer is needed, this is ${own}, and the one that the project brings ` +
      'along is not installed, as after npm ci --ignore-scripts. Run: npm rebuild node\n',
  );
  process.exit(2);
}
