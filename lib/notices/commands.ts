import "server-only";
import { z } from "zod";
import type { CommandDefinition } from "@/lib/server/action";
import { type Result, succeed } from "@/lib/server/result";

const BROKEN = "Yêu cầu gửi lên bị thiếu hoặc sai. Tải lại trang rồi thử lại.";

/** Ids to mark, or every one of the user's own. */
export const markReadSchema = z.object({
  ids: z.union([z.literal("all"), z.array(z.number().int().positive()).max(100)], { error: BROKEN }),
});

/** Marks one's own notices as read; anybody else's stay as they are. */
export const markNoticesReadCommand: CommandDefinition<typeof markReadSchema, Result<{ marked: number }>> = {
  name: "notices.read",
  schema: markReadSchema,
  act: "notice.read",
  run: async ({ ids }, { tx, session, now, leaveUnchanged }) => {
    const marked = await tx.notice.updateMany({
      where: { userId: session.userId, readAt: null, ...(ids === "all" ? {} : { id: { in: ids } }) },
      data: { readAt: now },
    });
    // Having read something changes nothing that anybody answers for: no audit row.
    leaveUnchanged();
    return succeed({ marked: marked.count });
  },
};
