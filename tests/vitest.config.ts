import path from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

// Far from Vietnam and on a half hour, so that code that leans on the machine's own zone shows itself.
process.env.TZ ??= "Pacific/Chatham";

const alias = {
  "@": root,
  "server-only": path.join(root, "tests/support/server-only.ts"),
};
const common = {
  root,
  env: { TZ: "Pacific/Chatham", NEXTAUTH_SECRET: "only-for-tests-0123456789abcdefghij" },
};

export default defineConfig({
  root,
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: { ...common, name: "unit", environment: "node", include: ["tests/unit/**/*.test.ts"] },
      },
      {
        resolve: { alias },
        test: {
          ...common,
          name: "components",
          environment: "happy-dom",
          include: ["tests/unit/**/*.test.tsx"],
          setupFiles: ["tests/support/components-setup.ts"],
        },
      },
      {
        resolve: { alias },
        test: {
          ...common,
          name: "integration",
          environment: "node",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/support/global-setup.ts"],
          pool: "forks",
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
