const AREA = "^src/(source|settings|descriptor|mesh|compat|policy|report)/";
const CORE = "^src/(model|source|settings|descriptor|mesh|compat|policy|report|ports|app/govern)/";
const PACKAGE = ["npm", "npm-no-pkg", "npm-dev"];

/** test/dependencies.test.ts breaks every one of these rules once. */
/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      comment: "Break the cycle by moving the shared type down into src/model.",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphans",
      severity: "error",
      comment: "Nothing imports this file: delete it or register it in its index.ts.",
      from: { orphan: true, pathNot: ["\\.d\\.ts$", "^scripts/[^/]+$"] },
      to: {},
    },
    {
      name: "not-to-unresolvable",
      severity: "error",
      comment: "There is no such file or package.",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "model-imports-nothing",
      severity: "error",
      comment: "src/model is the bottom layer.",
      from: { path: "^src/model/" },
      to: { pathNot: "^src/model/" },
    },
    {
      name: "areas-are-siblings",
      severity: "error",
      comment: "Areas meet in src/app, never in each other; shared types belong in src/model.",
      from: { path: AREA },
      to: { path: "^(src|action)/", pathNot: ["^src/$1/", "^src/(model|source)/"] },
    },
    {
      name: "report-knows-the-model",
      severity: "error",
      comment: "A format is a function of the report, and of nothing that was read.",
      from: { path: "^src/report/" },
      to: { path: "^(src|action)/", pathNot: "^src/(report|model)/" },
    },
    {
      name: "pure-core",
      severity: "error",
      comment: "The core does no I/O: take data as arguments, or a port in src/app.",
      from: { path: CORE },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "pure-core-npm",
      severity: "error",
      comment: "Only these parsers and evaluators may enter the core.",
      from: { path: AREA },
      to: {
        dependencyTypes: PACKAGE,
        pathNot:
          "node_modules/(@types/)?(yaml|ajv|json-logic-js|avsc|semver|re2js|picomatch|picocolors|fastest-levenshtein|@noble/hashes)/",
      },
    },
    {
      name: "json-logic-in-one-file",
      severity: "error",
      comment: "json-logic-js keeps a process-global operator table; only src/policy/logic.ts may touch it.",
      from: { pathNot: "^(src/policy/logic[.]ts$|node_modules/)" },
      to: { path: "node_modules/(@types/)?json-logic-js/" },
    },
    {
      name: "clients-go-through-app",
      severity: "error",
      comment: "cli/ and action/ call src/app; they wire adapters and pick a report format, nothing more.",
      from: { path: "^(action|src/cli)/" },
      to: { path: "^src/(settings|descriptor|mesh|compat|policy)/" },
    },
    {
      name: "ports-are-types",
      severity: "error",
      comment: "A port names what the engine needs, in the engine's words.",
      from: { path: "^src/ports/" },
      to: { pathNot: "^src/(ports|model)/" },
    },
    {
      name: "app-knows-no-adapter",
      severity: "error",
      comment: "Use cases receive adapters; only cli/ and action/ construct them.",
      from: { path: "^src/app/" },
      to: { path: "^(src/(io|cli)|action)/" },
    },
    {
      name: "govern-is-pure",
      severity: "error",
      comment: "govern() is the pure heart: trees in, report out. Whoever waits for something stands in src/app.",
      from: { path: "^src/app/govern/" },
      to: { path: "^src/", pathNot: "^src/(model|source|settings|descriptor|mesh|compat|policy|app/govern)/" },
    },
    {
      name: "app-npm-free",
      severity: "error",
      comment: "Use cases order steps; libraries live in areas or io.",
      from: { path: "^src/app/" },
      to: { dependencyTypes: [...PACKAGE, "core"] },
    },
    {
      name: "io-implements-ports",
      severity: "error",
      comment: "An adapter knows ports and model only.",
      from: { path: "^src/io/" },
      to: { path: "^(src|action)/", pathNot: "^src/(io|ports|model)/" },
    },
    {
      name: "sdk-only-in-io",
      severity: "error",
      comment: "Git, the forge and the layout library stay behind src/io.",
      from: { path: "^(src|action)/", pathNot: "^src/io/" },
      to: { path: "node_modules/(simple-git|@octokit|elkjs)/" },
    },
    {
      name: "actions-toolkit-only-in-action",
      severity: "error",
      comment: "@actions/* stays in action/.",
      from: { pathNot: "^(action|test)/" },
      to: { path: "node_modules/@actions/" },
    },
    {
      name: "src-knows-no-action",
      severity: "error",
      comment: "action/ is a client of src/.",
      from: { path: "^src/" },
      to: { path: "^action/" },
    },
    {
      name: "no-test-imports",
      severity: "error",
      comment: "What ships never imports tests, scripts or benchmarks.",
      from: { path: "^(src|action)/" },
      to: { path: "^(test|scripts|bench)/" },
    },
    {
      name: "no-dev-deps",
      severity: "error",
      comment: "Move the package to dependencies.",
      from: { path: "^(src|action)/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["types", "import", "node", "default"],
      extensions: [".ts", ".js", ".json"],
    },
    exclude: { path: "^(action/)?dist/" },
  },
};
