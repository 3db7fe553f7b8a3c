/** What is shown of a notice; `due` ones follow from the deadline and are no stored rows. */
export interface NoticeView {
  key: string;
  /** Null for a deadline: it goes away when the sheet is sent, not when it is read. */
  id: number | null;
  /** A NoticeKind, "deadline.soon" or "deadline.overdue". */
  kind: string;
  text: string;
  href: string;
  /** "16:10 ngày 20/12/2024", or the deadline in words: "quá 5 ngày". */
  whenText: string;
  isUnread: boolean;
}

export interface NoticeList {
  notices: NoticeView[];
  unread: number;
}
