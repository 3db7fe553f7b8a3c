/** A grey bar in the place of text that is loading; does not pulse. */
export function Skeleton({ className = "" }: { className?: string }) {
  return <span aria-hidden="true" className={`block h-3.5 rounded-[2px] bg-rail ${className}`} />;
}
