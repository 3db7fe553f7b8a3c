import { describe, expect, it } from "vitest";
import { ARCHIVE_LIMITS, MAX_FILE_BYTES } from "@/lib/evidence/constants";
import { inspectFile } from "@/lib/evidence/inspect-file";
import { makeJpg, makeOffice, makePdf, makePng, makeZip } from "../../fixtures/files";

const zeros = (size: number) => Buffer.alloc(size);

describe("what is taken", () => {
  it.each([
    ["bien-ban.pdf", makePdf(), "pdf"],
    ["ANH.JPG", makeJpg(), "jpg"],
    ["anh.jpeg", makeJpg(), "jpg"],
    ["so do.png", makePng(), "png"],
    ["báo cáo.docx", makeOffice("docx"), "docx"],
    ["danh sách.xlsx", makeOffice("xlsx"), "xlsx"],
  ])("%s", async (name, bytes, type) => {
    expect(await inspectFile(bytes, name)).toEqual({ ok: true, value: type });
  });

  it("takes just the limit", async () => {
    const bytes = Buffer.concat([makePdf(), zeros(MAX_FILE_BYTES - makePdf().length)]);
    expect(await inspectFile(bytes, "to.pdf")).toMatchObject({ ok: true });
  });
});

describe("what is refused", () => {
  const lie = { name: "word/media/a.bin", content: zeros(5_000_000), claimedSize: 10 };
  it.each([
    ["nothing", "a.pdf", new Uint8Array(), "empty"],
    ["a byte too many", "a.pdf", Buffer.concat([makePdf(), zeros(MAX_FILE_BYTES)]), "too-large"],
    ["a program called PDF", "a.pdf", Buffer.from("MZ\x90\x00\x03"), "unknown-type"],
    ["a page called PNG", "a.png", Buffer.from("<html><script>alert(1)</script>"), "unknown-type"],
    ["an image called PDF", "a.pdf", makePng(), "other-type"],
    ["Excel called Word", "a.docx", makeOffice("xlsx"), "other-type"],
    ["a PDF without an extension", "pdf", makePdf(), "other-type"],
    ["Word of 2003", "a.doc", Buffer.from("d0cf11e0a1b11ae10000", "hex"), "old-format"],
    ["a plain archive", "a.docx", makeZip([{ name: "x.txt", content: "x" }]), "unknown-type"],
    ["an archive cut in half", "a.docx", makeOffice("docx").slice(0, 120), "broken"],
    ["macros by type", "a.docx", makeOffice("docm"), "macros"],
    ["macros by part", "a.xlsx", makeOffice("xlsx", [{ name: "xl/vbaProject.bin", content: "x" }]), "macros"],
    [
      "a bomb that says so",
      "a.xlsx",
      makeOffice("xlsx", [{ name: "xl/a", content: zeros(ARCHIVE_LIMITS.unpackedBytes) }]),
      "bomb",
    ],
    ["a bomb that lies", "a.docx", makeOffice("docx", [lie]), "bomb"],
    ["two parts of one name", "a.docx", makeOffice("docx", [{ name: "main.xml", content: "y" }]), "broken"],
    [
      "more parts than any document",
      "a.docx",
      makeOffice(
        "docx",
        Array.from({ length: ARCHIVE_LIMITS.entries }, (_, n) => ({ name: `p${n}`, content: "" })),
      ),
      "bomb",
    ],
  ])("%s", async (_what, name, bytes, reason) => {
    const result = await inspectFile(bytes, name);
    expect(result).toMatchObject({ ok: false, reason });
    expect(result.ok ? "" : result.message).toMatch(/\.$/);
  });

  it("never throws, whatever one byte is changed to", async () => {
    const good = makeOffice("docx");
    for (let at = 0; at < good.length; at += 1) {
      const bad = new Uint8Array(good);
      bad[at] = (bad[at] ?? 0) ^ 0xff;
      await expect(inspectFile(bad, "a.docx")).resolves.toBeDefined();
    }
  });
});
