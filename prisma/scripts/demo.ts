/** `npm run demo`: from a fresh clone to a running demonstration. */
import { buildApp } from "./build";
import { stopDatabase } from "./database";
import { createReporter, DEMO_DAY, DEMO_PASSWORD, prepareDemo } from "./prepare";
import { loadDotEnv } from "./project";
import { findWebPort, readLocalSecret, serveApp } from "./serve";

const ACCOUNTS: [name: string, what: string][] = [
  ["canbo.mau01", "cán bộ xã, Huyện Mẫu (nhập số liệu)"],
  ["lanhdao.mau01", "lãnh đạo xã, Huyện Mẫu"],
  ["phong.mau", "phòng chuyên môn huyện (thẩm định)"],
  ["btv.mau", "ban thường vụ Huyện Mẫu (tổng quan)"],
  ["canbo.duongduc", "cán bộ xã Dương Đức"],
  ["lanhdao.duongduc", "lãnh đạo xã Dương Đức"],
  ["canbo.banbo", "cán bộ xã Bản Bo"],
  ["btv.tamduong", "ban thường vụ huyện Tam Đường"],
  ["quantri", "quản trị chương trình"],
];

async function main(): Promise<void> {
  loadDotEnv();
  const report = createReporter();
  const database = await prepareDemo(report);
  report("application");
  if (!buildApp()) console.log("          (unchanged since the last build)");
  const port = await findWebPort(Number(process.env.PORT ?? 3000));
  const app = await serveApp({
    port,
    host: process.env.NTM_HOST,
    env: {
      DATABASE_URL: database.url,
      NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET ?? readLocalSecret(),
      NEXTAUTH_URL: `http://localhost:${port}`,
      NTM_DEMO: "1",
      NTM_TODAY: process.env.NTM_TODAY || DEMO_DAY,
      LOG_LEVEL: process.env.LOG_LEVEL || "warn",
    },
    silent: true,
  });
  report("ready");
  console.log(
    `\n  NTM Tracker: ${app.address}\n\n  Tài khoản dùng thử (mật khẩu của tất cả: ${DEMO_PASSWORD})`,
  );
  for (const [name, what] of ACCOUNTS) console.log(`    ${name.padEnd(17)} ${what}`);
  console.log("\n  Ctrl+C để dừng.\n");

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await app.stop();
    if (database.started) await stopDatabase({ onlyIfIdle: true });
    process.exit(0);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  app.process.once("exit", (code) => {
    if (!stopping) process.exit(code ?? 1);
  });
}

main().catch((error: unknown) => {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  process.exit(1);
});
