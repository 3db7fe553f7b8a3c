/** One line of a figure's history, newest first on the screen. */
export interface HistoryEntry {
  key: string;
  /** ISO instant, for <time>. */
  at: string;
  /** "09:14 ngày 23/12/2024". */
  atText: string;
  who: string;
  /** In which act: "Nhập liệu", "Nhập từ Excel", "Thẩm định", "Minh chứng", "Gửi phiếu". */
  act: string;
  /** What happened: "94,5 % → 94,86 %", "Ghi 94,5 %". */
  sentence: string;
  /** Why, in the words of whoever did it: a note, a reason for returning. */
  reason: string | null;
}
