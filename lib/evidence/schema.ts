import { z } from "zod";

const BROKEN =
  "Yêu cầu gửi lên bị thiếu hoặc sai. Tải lại trang rồi thử lại; minh chứng đã lưu vẫn còn nguyên.";
const TITLE_MAX = 200;
const TEXT_MAX = 500;
const URL_MAX = 2000;

const code = z.string({ error: BROKEN }).min(1, BROKEN).max(80, BROKEN);
const id = z.coerce.number({ error: BROKEN }).int(BROKEN).positive(BROKEN);

/** The figure that the evidence stands behind, and what it takes the place of. */
export const evidencePlace = {
  unit: code,
  set: code,
  period: code,
  indicatorId: id,
  replacesId: id.nullish().transform((value) => value ?? null),
};

/** Signs that turn the reading order round would let "exe.pdf" look like something else. */
function cleanTitle(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}

const title = z.string({ error: BROKEN }).transform(cleanTitle);

const webAddress = z
  .string({ error: BROKEN })
  .trim()
  .max(URL_MAX, "Đường dẫn dài quá. Dùng đường dẫn ngắn hơn.")
  .refine(
    isWebAddress,
    "Đường dẫn phải bắt đầu bằng https:// hoặc http://, ví dụ https://drive.xa.vn/ho-so.",
  );

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && url.username === "" && url.password === "" && url.hostname !== "";
}

export const addFileSchema = z.object({
  ...evidencePlace,
  fileName: title.pipe(
    z
      .string()
      .min(1, "Tệp chưa có tên. Đặt tên tệp rồi tải lại.")
      .max(TITLE_MAX, "Tên tệp dài quá. Đặt tên ngắn hơn rồi tải lại."),
  ),
  bytes: z.instanceof(Uint8Array, { error: "Chưa chọn tệp. Chọn một tệp rồi tải lên." }),
});

export const addReferenceSchema = z.discriminatedUnion("kind", [
  z.object({
    ...evidencePlace,
    kind: z.literal("link"),
    title: title.pipe(z.string().max(TITLE_MAX, "Tên gọi dài quá. Rút gọn rồi lưu lại.")),
    url: webAddress,
  }),
  z.object({
    ...evidencePlace,
    kind: z.literal("document"),
    title: title.pipe(
      z
        .string()
        .min(1, "Ghi tên văn bản, ví dụ “Biên bản nghiệm thu tuyến đường thôn Trung”.")
        .max(TITLE_MAX, "Tên văn bản dài quá. Rút gọn rồi lưu lại."),
    ),
    documentText: title.pipe(
      z
        .string()
        .min(1, "Ghi số, ngày và nơi ban hành, ví dụ “số 12/BB-UBND ngày 10/12/2024 của UBND xã”.")
        .max(TEXT_MAX, "Số hiệu dài quá. Rút gọn rồi lưu lại."),
    ),
  }),
]);

export const removeEvidenceSchema = z.object({ unit: code, evidenceId: id });
