import { readdirSync } from "node:fs";
import path from "node:path";
import type { NextConfig } from "next";

const root = import.meta.dirname ?? process.cwd();
const isDevelopment = process.env.NODE_ENV === "development";

/** The health check compares it with the database: a program never serves a schema it does not know. */
const newestMigration =
  readdirSync(path.join(root, "prisma", "migrations"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .at(-1) ?? "";

const contentSecurityPolicy = [
  "default-src 'self'",
  // Next writes its start data as inline scripts; the development server also evaluates code.
  `script-src 'self' 'unsafe-inline'${isDevelopment ? " 'unsafe-eval'" : ""}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
  "object-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'self'",
  "form-action 'self'",
].join("; ");

const config: NextConfig = {
  output: "standalone",
  // "npm test" checks the types of everything, tests included; doing it again here would slow each first start.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  outputFileTracingRoot: root,
  turbopack: { root },
  outputFileTracingExcludes: { "*": [".data/**", "tests/**", "test-results/**"] },
  serverExternalPackages: ["@node-rs/argon2", "@prisma/adapter-pg", "@prisma/client", "pg", "pino"],
  env: { NTM_NEWEST_MIGRATION: newestMigration },
  async headers() {
    return [
      {
        // Stored files bring a stricter policy of their own; two policies would shut a PDF's reader out.
        source: "/((?!api/evidence/).*)",
        headers: [{ key: "Content-Security-Policy", value: contentSecurityPolicy }],
      },
      {
        source: "/:path*",
        headers: [
          { key: "X-Content-Type-Options", value: "nosniff" },
          { key: "Referrer-Policy", value: "same-origin" },
          {
            key: "Permissions-Policy",
            value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
          },
          { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
          // Browsers heed it only over HTTPS, so a demonstration over HTTP is not affected.
          { key: "Strict-Transport-Security", value: "max-age=31536000" },
        ],
      },
    ];
  },
};

export default config;
