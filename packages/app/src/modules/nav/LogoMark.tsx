/** Three craft in formation. */
export const LogoMark = (props: { className?: string }) => (
  <svg
    className={props.className}
    viewBox="0 0 32 32"
    aria-hidden="true"
    focusable="false"
  >
    <rect width="32" height="32" rx="7" fill="var(--squadron-mark-bg)" />
    <g fill="var(--squadron-mark-fg)">
      <path d="M16 5.2 20.6 16 16 13.6 11.4 16Z" />
      <path d="M9.4 15.6 14 26.4 9.4 24 4.8 26.4Z" />
      <path d="M22.6 15.6 27.2 26.4 22.6 24 18 26.4Z" />
    </g>
  </svg>
);
