/** Three terraces of a rice field: the product's mark. */
export function BrandMark({ size = 26 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 26 26"
      aria-hidden="true"
      focusable="false"
      className="flex-none"
    >
      <rect width="26" height="26" rx="3" className="fill-accent" />
      <path
        d="M0 9.5C8 6.5 16 12 26 8M0 16c9-3.5 17 2 26-2M0 22c9-3 17 1.5 26-1.5"
        className="stroke-accent-tint"
        strokeWidth="1.7"
        fill="none"
      />
    </svg>
  );
}
