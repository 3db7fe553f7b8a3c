import type { Overview } from "./types";

function pad(value: number): string {
  return value.toString().padStart(2, "0");
}

/** "08:15 ngày 30/12/2024", in Vietnam, from an instant. */
export function formatInstant(instant: string): string {
  const local = new Date(Date.parse(instant) + 7 * 3_600_000);
  const month = local.getUTCMonth() + 1;
  const day = local.getUTCDate();
  return `${pad(local.getUTCHours())}:${pad(local.getUTCMinutes())} ngày ${pad(day)}/${month < 3 ? pad(month) : month}/${local.getUTCFullYear()}`;
}

/** The sentence under the title: how many units, whose word the figures are, how fresh. */
export function describeOverview(overview: Overview): string {
  const { units, unitNoun, sending } = overview;
  if (units.length === 0) return "";
  const parts = [`${units.length} ${unitNoun}.`];
  if (sending.recorded > 0) {
    parts.push(
      sending.recorded === units.length
        ? "Kết quả ghi từ văn bản, không phải phiếu số liệu."
        : `${sending.recorded} kết quả ghi từ văn bản.`,
    );
  }
  if (sending.sent > 0) {
    parts.push(`Số xã tự đánh giá; ${sending.verified} phiếu đã thẩm định.`.replace("xã", unitNoun));
  }
  if (overview.updatedAt && overview.hasFigures) {
    parts.push(`Cập nhật ${formatInstant(overview.updatedAt)}.`);
  }
  return parts.join(" ");
}
