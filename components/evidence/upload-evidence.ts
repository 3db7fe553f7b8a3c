import { MAX_FILE_BYTES } from "@/lib/evidence/constants";
import type { EvidencePlace } from "./evidence-place";

interface UploadAnswer {
  ok: boolean;
  message?: string;
}

/** Sends a file to stand behind a figure; answers what the server says. Throws when the line is gone. */
export async function uploadEvidence(
  place: EvidencePlace,
  file: File,
  replacesId: number | null,
): Promise<UploadAnswer> {
  if (file.size > MAX_FILE_BYTES) {
    const limit = MAX_FILE_BYTES / (1024 * 1024);
    return {
      ok: false,
      message: `Tệp lớn hơn ${limit} MB. Giảm độ phân giải bản quét, tách tệp, hoặc ghi đường dẫn tới nơi lưu.`,
    };
  }
  const query = new URLSearchParams({
    unit: place.unit,
    set: place.set,
    period: place.period,
    indicator: String(place.indicatorId),
  });
  if (replacesId !== null) query.set("replaces", String(replacesId));
  const body = new FormData();
  body.set("file", file);
  const response = await fetch(`/api/evidence?${query}`, { method: "POST", body });
  return (await response.json()) as UploadAnswer;
}
