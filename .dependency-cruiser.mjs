/** Files that only the tests and the benchmarks read: they may reach into any room. */
const TESTING = String.raw`\.test\.ts$|\.child\.ts$|^fixtures/tenant/drive-tenant\.ts$|/example-[\w-]+\.ts$`;

/** A room may import itself and these; everything else of the project is out of its reach. */
const room = (name, allowed, comment) => ({
  name: `${name}-reaches`,
  comment,
  severity: 'error',
  from: { path: `^${name}/`, pathNot: TESTING },
  to: {
    path: '^(contracts|properties|driver|checks|drift|pacts|verdicts|changes|history|runner|reports|recordings|fixtures|cli|bench|test)/',
    pathNot: [`^${name}/`, ...allowed],
  },
});

/** Third parties that a room may use. */
const packages = (name, allowed, comment) => ({
  name: `${name}-packages`,
  comment,
  severity: 'error',
  from: { path: `^${name}/`, pathNot: TESTING },
  to: { path: '^node_modules/', pathNot: allowed.map((each) => `^node_modules/${each}/`) },
});

export default {
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'Files that need each other cannot be understood one at a time.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-test-in-product',
      comment: 'What users run must not lean on what only tests have.',
      severity: 'error',
      from: { pathNot: [TESTING, '^test/'] },
      to: { path: TESTING },
    },
    {
      name: 'no-test-in-test',
      comment: 'A test that leans on another test breaks with it.',
      severity: 'error',
      from: { path: String.raw`\.test\.ts$` },
      to: { path: String.raw`\.test\.ts$` },
    },
    {
      name: 'not-to-dev-dependencies',
      comment: 'What users install does not bring the development tools along.',
      severity: 'error',
      from: {
        pathNot: [
          TESTING,
          '^(bench|test)/',
          String.raw`^vitest\.config\.ts$`,
          String.raw`^\.dependency-cruiser\.mjs$`,
        ],
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    room(
      'contracts',
      [],
      'What the API promises depends on nothing, so that it can be read and compared by itself.',
    ),
    room(
      'properties',
      ['^contracts/'],
      'How a promise is exercised follows from the contract, never from a target or a judge.',
    ),
    room(
      'driver',
      ['^contracts/'],
      'The room that touches the network sends blindly: it must not know what answer is expected.',
    ),
    room(
      'checks',
      ['^contracts/', '^driver/exchange\\.ts$'],
      'A judge sees a contract and an exchange, and nothing that could bend its judgement.',
    ),
    room(
      'drift',
      ['^contracts/', '^checks/', '^driver/exchange\\.ts$'],
      'Drift compares what is documented with what is seen or described elsewhere, and judges nobody.',
    ),
    room(
      'pacts',
      [
        '^contracts/',
        '^properties/request-schema\\.ts$',
        '^checks/(conformity|answer-body|finding-words|judgement)\\.ts$',
        '^driver/(errors|exchange|redaction|transport)\\.ts$',
      ],
      'A pact is read, held against the contract and handed to Pact; how a target is brought into its states is not known here.',
    ),
    room(
      'verdicts',
      ['^contracts/', '^checks/judgement\\.ts$', '^drift/drift\\.ts$'],
      'Verdicts are counted from judgements alone, in one place.',
    ),
    room(
      'changes',
      ['^contracts/', '^verdicts/'],
      'What changed follows from two nights and what was accepted, whoever remembers them and wherever.',
    ),
    room(
      'history',
      ['^contracts/', '^verdicts/', '^changes/'],
      'The history remembers what it is given: it knows no target, no flag and no page.',
    ),
    room(
      'reports',
      ['^contracts/', '^verdicts/', '^changes/', '^drift/drift\\.ts$'],
      'A renderer tells one report value, and finds nothing out by itself.',
    ),
    room(
      'runner',
      [
        '^contracts/',
        '^properties/',
        '^driver/',
        '^checks/',
        '^drift/',
        '^verdicts/',
        '^recordings/',
        '^pacts/',
      ],
      'The runner wires the rooms; it neither shows anything nor knows the mock.',
    ),
    room(
      'recordings',
      ['^driver/(decode|errors|exchange)\\.ts$'],
      'A reader turns what others recorded into exchanges; what they mean for the contract is not its affair.',
    ),
    room(
      'fixtures/mutants',
      ['^contracts/(schemas/|catalogue\\.ts$|pointer\\.ts$|expectation\\.ts$)', '^fixtures/tenant/'],
      'A faulty tenant is an honest one with a fault around it: it may know ids of requirements, as types, and no judge.',
    ),
    room(
      'fixtures/unlucky',
      ['^fixtures/(tenant|mutants)/'],
      'An unlucky tenant is an honest one with bad weather around it: it knows no requirement and no judge.',
    ),
    room(
      'fixtures/tenant',
      ['^contracts/schemas/'],
      'The mock must not know requirements, cases or judges, or it would agree with the suite by construction.',
    ),
    packages('contracts', [], 'The contract is plain data.'),
    packages(
      'properties',
      ['fast-check', 'ajv', 'covertable'],
      'Cases are generated, and proved by ajv; nothing is sent.',
    ),
    packages(
      'driver',
      ['undici'],
      'One HTTP client, so that one place decides on redirects, limits and bytes.',
    ),
    packages('checks', ['ajv', 'ajv-formats'], 'A judge is pure; the schemas are all the machinery it has.'),
    packages('pacts', [], "Pact's own command line does the work, in a process of its own."),
    packages('drift', ['ajv'], 'What differs is found by the schemas themselves.'),
    packages('verdicts', [], 'Counting needs no library.'),
    packages('changes', [], 'Comparing needs no library.'),
    packages('history', [], "Node's own SQLite is all the machinery that the history has."),
    packages(
      'reports',
      ['hono', '@observablehq/plot', '@xmldom/xmldom'],
      'Renderers escape everything through one template library; charts are drawn by one, without a browser.',
    ),
    packages('recordings', ['js-yaml'], 'Recordings are JSON or YAML; only YAML needs a library.'),
    packages('runner', [], 'The runner has the rooms it wires.'),
    {
      name: 'renderers-are-pure',
      comment: 'A renderer that reads files, clocks or the environment would give two reports for one run.',
      severity: 'error',
      from: {
        path: '^(reports|changes|verdicts|drift|checks|contracts|properties|recordings)/',
        pathNot: TESTING,
      },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(util|crypto|zlib|path)$' },
    },
    {
      name: 'mutants-see-ids-alone',
      comment:
        'A faulty tenant names the requirements it breaks; what they say and how they are judged is not its affair.',
      severity: 'error',
      from: { path: '^fixtures/mutants/', pathNot: TESTING },
      to: { path: '^contracts/catalogue', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'checks-see-the-shape-of-an-exchange',
      comment: 'A judge may know what an exchange looks like, and nothing of how it is made.',
      severity: 'error',
      from: { path: '^checks/', pathNot: TESTING },
      to: { path: '^driver/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'verdicts-see-the-shape-of-a-judgement',
      comment: 'A verdict counts judgements, and never judges.',
      severity: 'error',
      from: { path: '^verdicts/', pathNot: TESTING },
      to: { path: '^checks/', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: '^node_modules/' },
    exclude: { path: '^(dist|reports/out)/' },
  },
};
