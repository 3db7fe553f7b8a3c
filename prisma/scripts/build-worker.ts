/** Bundles lib/offline/worker.ts to public/sw.js. Next bundles no service workers, and a worker must be one file. */
import path from "node:path";
import { build } from "vite";
import { projectRoot } from "./project";

await build({
  configFile: false,
  root: projectRoot,
  publicDir: false,
  logLevel: "warn",
  resolve: { alias: { "@": projectRoot } },
  define: { "process.env.NODE_ENV": JSON.stringify("production") },
  build: {
    outDir: path.join(projectRoot, "public"),
    emptyOutDir: false,
    lib: {
      entry: path.join(projectRoot, "lib", "offline", "worker.ts"),
      name: "entryWorker",
      formats: ["iife"],
      fileName: () => "sw.js",
    },
  },
});
