const ROWS = 'a[data-desk-row]';

/** Moves the focus along the rows of the Desk; from elsewhere, onto the row that Tab would reach. */
export function focusDeskRow(root: ParentNode, step: 1 | -1): void {
  const rows = [...root.querySelectorAll<HTMLElement>(ROWS)];
  const at = rows.findIndex((row) => row.matches(':focus'));
  if (at < 0) return focusDeskStop(root);
  const next = rows[Math.min(rows.length - 1, Math.max(0, at + step))];
  next?.focus();
}

/** Puts the focus where the Desk was left. */
export function focusDeskStop(root: ParentNode): void {
  root.querySelector<HTMLElement>(`${ROWS}[tabindex="0"]`)?.focus();
}
