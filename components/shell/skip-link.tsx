/** First stop of the Tab key: past the rail and the context bar. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="fixed top-2 left-2 z-50 -translate-y-20 rounded-control bg-surface px-4 py-2 font-semibold focus:translate-y-0 print:hidden"
    >
      Tới nội dung chính
    </a>
  );
}
