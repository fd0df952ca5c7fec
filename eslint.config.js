import js from "@eslint/js";
import prettier from "eslint-config-prettier/flat";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

const PURE = ["src/{model,source,settings,descriptor,mesh,policy,report,ports}/**/*.ts", "src/app/govern/**/*.ts"];

export default defineConfig(
  { ignores: ["dist/", "action/dist/", "coverage/", "**/fixtures/", "**/golden/"] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  prettier,
  {
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: "error", reportUnusedInlineConfigs: "error" },
    rules: {
      "no-restricted-exports": [
        "error",
        {
          restrictDefaultExports: {
            direct: true,
            named: true,
            defaultFrom: true,
            namedFrom: true,
            namespaceFrom: true,
          },
        },
      ],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "separate-type-imports" }],
      "@typescript-eslint/consistent-type-exports": "error",
      "@typescript-eslint/no-import-type-side-effects": "error",
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { allowDefaultCaseForExhaustiveSwitch: false, requireDefaultForNonUnion: true },
      ],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
    },
  },
  {
    files: PURE,
    rules: {
      "no-restricted-globals": ["error", "process", "Buffer", "fetch", "setTimeout", "setInterval", "console"],
      "no-restricted-properties": [
        "error",
        { object: "Date", property: "now", message: "Take the time as an argument." },
        { object: "Math", property: "random", message: "Take the value as an argument." },
      ],
      "no-restricted-syntax": [
        "error",
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "Take the time as an argument." },
        { selector: "AwaitExpression", message: "The pure core is synchronous." },
        { selector: "ClassDeclaration", message: "The pure core is functions over readonly data." },
      ],
    },
  },
  {
    files: ["**/*.{js,mjs,cjs}"],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: { console: "readonly", process: "readonly", URL: "readonly" } },
    rules: { "no-restricted-exports": "off", "@typescript-eslint/explicit-module-boundary-types": "off" },
  },
);
