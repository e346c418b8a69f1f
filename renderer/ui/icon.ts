/** How every icon of the app is drawn. It says nothing to screen readers: its neighbour does. */
export const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;
