import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/** The walls of the house. Each test names the offenders, so that a failure says what to move. */

const ROOT = resolve(__dirname, "../..");
const ROOMS = ["app", "components", "lib"] as const;
const FOUNDATION = new Set(["scoring", "numbers", "server", "auth"]);
const PURE = ["lib/scoring/", "lib/numbers/", "lib/reports/narrative/", "lib/reports/document/"];

interface SourceUnit {
  path: string;
  ast: ts.SourceFile;
  /** Project files this one imports at run time. */
  imports: string[];
  /** Project files imported in any way, types included. */
  allImports: string[];
  packages: string[];
  directive: "client" | "server" | null;
}

function listFiles(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === "generated" ? [] : listFiles(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}

function toProjectPath(from: string, specifier: string, known: Set<string>): string | null {
  const base = specifier.startsWith("@/")
    ? specifier.slice(2)
    : specifier.startsWith(".")
      ? relative(ROOT, resolve(ROOT, dirname(from), specifier))
      : null;
  if (base === null) return null;
  return (
    [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`].find((path) => known.has(path)) ?? `?${base}`
  );
}

function readSources(): Map<string, SourceUnit> {
  const paths = ROOMS.flatMap((room) => listFiles(join(ROOT, room))).map((path) => relative(ROOT, path));
  const known = new Set(paths);
  return new Map(
    paths.map((path) => {
      const text = readFileSync(join(ROOT, path), "utf8");
      const ast = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
      const imports: string[] = [];
      const allImports: string[] = [];
      const packages: string[] = [];
      const note = (specifier: string, typeOnly: boolean) => {
        const target = toProjectPath(path, specifier, known);
        if (target === null) {
          if (!typeOnly) packages.push(specifier);
          return;
        }
        if (target.startsWith("?")) return;
        allImports.push(target);
        if (!typeOnly) imports.push(target);
      };
      const visit = (node: ts.Node): void => {
        if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
          const clause = node.importClause;
          const named = clause?.namedBindings;
          const onlyTypes =
            clause !== undefined &&
            (clause.isTypeOnly ||
              (clause.name === undefined &&
                named !== undefined &&
                ts.isNamedImports(named) &&
                named.elements.length > 0 &&
                named.elements.every((element) => element.isTypeOnly)));
          note(node.moduleSpecifier.text, onlyTypes);
        } else if (
          ts.isExportDeclaration(node) &&
          node.moduleSpecifier &&
          ts.isStringLiteral(node.moduleSpecifier)
        ) {
          note(node.moduleSpecifier.text, node.isTypeOnly);
        } else if (
          ts.isCallExpression(node) &&
          node.expression.kind === ts.SyntaxKind.ImportKeyword &&
          node.arguments[0] &&
          ts.isStringLiteral(node.arguments[0])
        ) {
          note(node.arguments[0].text, false);
        }
        ts.forEachChild(node, visit);
      };
      visit(ast);
      const first = ast.statements[0];
      const literal =
        first && ts.isExpressionStatement(first) && ts.isStringLiteral(first.expression)
          ? first.expression.text
          : "";
      const directive = literal === "use client" ? "client" : literal === "use server" ? "server" : null;
      return [path, { path, ast, imports, allImports, packages, directive }] as const;
    }),
  );
}

const sources = readSources();
const all = [...sources.values()];
const room = (path: string) => path.split("/")[0] as (typeof ROOMS)[number];
const featureOf = (path: string) => (path.startsWith("lib/") ? (path.split("/")[1] ?? "") : null);

function findNodes<T extends ts.Node>(unit: SourceUnit, is: (node: ts.Node) => node is T): T[] {
  const found: T[] = [];
  const visit = (node: ts.Node): void => {
    if (is(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(unit.ast);
  return found;
}

describe("the order of the rooms", () => {
  it("finds the rooms to check", () => {
    for (const name of ROOMS)
      expect(all.filter((unit) => room(unit.path) === name).length).toBeGreaterThan(0);
  });

  it("lets imports run only from app to components to lib", () => {
    const rank = { app: 2, components: 1, lib: 0 } as const;
    const offenders = all.flatMap((unit) =>
      unit.allImports
        .filter((target) => rank[room(target)] > rank[room(unit.path)])
        .map((target) => `${unit.path} → ${target}`),
    );
    expect(offenders).toEqual([]);
  });

  it("keeps the foundation free of features", () => {
    const offenders = all.flatMap((unit) => {
      const own = featureOf(unit.path);
      if (own === null || !FOUNDATION.has(own)) return [];
      return unit.imports
        .filter((target) => !FOUNDATION.has(featureOf(target) ?? ""))
        .map((target) => `${unit.path} → ${target}`);
    });
    expect(offenders).toEqual([]);
  });

  it("has no circle of features in lib", () => {
    const edges = new Map<string, Set<string>>();
    for (const unit of all) {
      const own = featureOf(unit.path);
      // The foundation imports no feature (above), so no circle of features runs through it; inside it the action
      // factory needs auth and auth needs the database, which "no circle of files" keeps straight.
      if (own === null || FOUNDATION.has(own)) continue;
      for (const target of unit.imports) {
        const other = featureOf(target);
        if (other === null || other === own) continue;
        edges.set(own, (edges.get(own) ?? new Set()).add(other));
      }
    }
    const circles: string[] = [];
    const walk = (feature: string, trail: string[]): void => {
      if (trail.includes(feature)) {
        circles.push([...trail.slice(trail.indexOf(feature)), feature].join(" → "));
        return;
      }
      for (const next of edges.get(feature) ?? []) walk(next, [...trail, feature]);
    };
    for (const feature of edges.keys()) walk(feature, []);
    expect([...new Set(circles)]).toEqual([]);
  });

  it("has no circle of files", () => {
    const state = new Map<string, "open" | "done">();
    const circles: string[] = [];
    const walk = (path: string, trail: string[]): void => {
      if (state.get(path) === "done") return;
      if (state.get(path) === "open") {
        circles.push([...trail.slice(trail.indexOf(path)), path].join(" → "));
        return;
      }
      state.set(path, "open");
      for (const next of sources.get(path)?.imports ?? []) walk(next, [...trail, path]);
      state.set(path, "done");
    };
    for (const unit of all) walk(unit.path, []);
    expect(circles).toEqual([]);
  });

  it("has no barrels", () => {
    const offenders = all
      .filter(
        (unit) =>
          /\/index\.tsx?$/.test(unit.path) ||
          (unit.ast.statements.length > 0 &&
            unit.ast.statements.every((s) => ts.isExportDeclaration(s) && s.moduleSpecifier !== undefined)),
      )
      .map((unit) => unit.path);
    expect(offenders).toEqual([]);
  });
});

describe("the pure core", () => {
  const pure = all.filter((unit) => PURE.some((folder) => unit.path.startsWith(folder)));

  it("lets scoring and numbers import nothing outside themselves", () => {
    const offenders = all
      .filter((unit) => unit.path.startsWith("lib/scoring/") || unit.path.startsWith("lib/numbers/"))
      .flatMap((unit) => {
        const own = `lib/${featureOf(unit.path)}/`;
        return [...unit.allImports.filter((target) => !target.startsWith(own)), ...unit.packages].map(
          (target) => `${unit.path} → ${target}`,
        );
      });
    expect(offenders).toEqual([]);
  });

  it("takes clock and randomness as parameters", () => {
    const offenders = pure.flatMap((unit) => {
      const calls = findNodes(unit, (node): node is ts.CallExpression | ts.NewExpression => {
        if (ts.isNewExpression(node)) {
          return node.expression.getText() === "Date" && (node.arguments?.length ?? 0) === 0;
        }
        return (
          ts.isCallExpression(node) &&
          /^(Date\.now|Math\.random|performance\.now)$/.test(node.expression.getText())
        );
      });
      return calls.map((node) => `${unit.path}: ${node.getText()}`);
    });
    expect(offenders).toEqual([]);
  });

  it("does no input or output", () => {
    const offenders = pure.flatMap((unit) => [
      ...unit.packages.filter((name) => name.startsWith("node:")).map((name) => `${unit.path} → ${name}`),
      ...findNodes(
        unit,
        (node): node is ts.CallExpression =>
          ts.isCallExpression(node) && node.expression.getText() === "fetch",
      ).map(() => `${unit.path}: fetch`),
    ]);
    expect(offenders).toEqual([]);
  });
});

describe("one way in and one way out", () => {
  it("reads process.env in one file", () => {
    const offenders = all
      .filter((unit) => unit.path !== "lib/server/env.ts")
      .filter(
        (unit) =>
          findNodes(
            unit,
            (node): node is ts.PropertyAccessExpression =>
              ts.isPropertyAccessExpression(node) && node.getText() === "process.env",
          ).length > 0,
      )
      .map((unit) => unit.path);
    expect(offenders).toEqual([]);
  });

  it("keeps the database out of pages and components", () => {
    const offenders = all
      .filter((unit) => room(unit.path) !== "lib")
      .flatMap((unit) =>
        [
          ...unit.imports.filter((t) => t === "lib/server/db.ts" || t.includes("/generated/")),
          ...unit.packages.filter((name) => /^(pg|@prisma\/|prisma)/.test(name)),
        ].map((target) => `${unit.path} → ${target}`),
      );
    expect(offenders).toEqual([]);
  });

  it("makes every server action with the action factory", () => {
    const offenders: string[] = [];
    let actions = 0;
    for (const unit of all.filter((u) => u.directive === "server")) {
      for (const statement of unit.ast.statements) {
        const exported =
          ts.canHaveModifiers(statement) &&
          ts.getModifiers(statement)?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword);
        if (!exported || ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement))
          continue;
        const text = statement.getText();
        const isMade =
          ts.isVariableStatement(statement) &&
          statement.declarationList.declarations.every((d) =>
            /^defineAction\b/.test(d.initializer?.getText() ?? ""),
          );
        actions += 1;
        if (!isMade) offenders.push(`${unit.path}: ${text.slice(0, 80)}`);
      }
    }
    const inline = all
      .filter((unit) => unit.directive !== "server")
      .filter(
        (unit) =>
          findNodes(
            unit,
            (node): node is ts.ExpressionStatement =>
              ts.isExpressionStatement(node) &&
              ts.isStringLiteral(node.expression) &&
              node.expression.text === "use server",
          ).length > 0,
      )
      .map((unit) => `${unit.path}: inline "use server"`);
    expect([...offenders, ...inline]).toEqual([]);
    expect(actions).toBeGreaterThan(0);
  });

  it("mints authorised unit ids only in lib/auth", () => {
    const offenders = all
      .filter((unit) => !unit.path.startsWith("lib/auth/"))
      .flatMap((unit) =>
        findNodes(
          unit,
          (node): node is ts.AsExpression =>
            ts.isAsExpression(node) && /\bAuthorizedUnit(Id)?\b/.test(node.type.getText()),
        ).map((node) => `${unit.path}: ${node.getText()}`),
      );
    expect(offenders).toEqual([]);
  });

  it("brings no server file into the browser", () => {
    const serverFile = (unit: SourceUnit) =>
      unit.packages.includes("server-only") ||
      unit.path.startsWith("lib/server/") ||
      unit.packages.some((name) => /^(node:|pg$|pino$|@prisma\/|@node-rs\/|exceljs$)/.test(name));
    const offenders: string[] = [];
    for (const entry of all.filter((unit) => unit.directive === "client")) {
      const seen = new Set<string>();
      const walk = (path: string, trail: string[]): void => {
        const unit = sources.get(path);
        if (!unit || seen.has(path)) return;
        seen.add(path);
        // An action file is called over the network, never bundled.
        if (unit.directive === "server") return;
        if (serverFile(unit) && path !== "lib/server/result.ts") offenders.push([...trail, path].join(" → "));
        for (const next of unit.imports) walk(next, [...trail, path]);
      };
      walk(entry.path, []);
    }
    expect(offenders).toEqual([]);
  });
});

describe("no law in code", () => {
  it("names no legal count of criteria or indicators", () => {
    const legal = new Set(["19", "75"]);
    const offenders = all.flatMap((unit) =>
      findNodes(unit, ts.isNumericLiteral)
        .filter((node) => legal.has(node.text))
        .map((node) => `${unit.path}: ${node.parent.getText().slice(0, 60)}`),
    );
    expect(offenders).toEqual([]);
  });

  it("names no region and no criteria set", () => {
    const offenders = all.flatMap((unit) =>
      findNodes(unit, ts.isStringLiteral)
        .filter((node) => /^(MNPB|DBSH|BTB|DHNTB|DBSCL|NTM(NC|KM)?_(XA|HUYEN))/.test(node.text))
        .map((node) => `${unit.path}: ${node.text}`),
    );
    expect(offenders).toEqual([]);
  });
});
