/** Mends what VitePress's theme leaves open for who reads with a keyboard or by ear. */

/** To be called when a page is shown. */
export function mendLandmarks(): void {
  // Pages that are no text have no landmark of their own.
  const content = document.getElementById('VPContent');
  if (document.querySelector('main') === null) content?.setAttribute('role', 'main');
  else content?.removeAttribute('role');
  // A group of the sidebar is a button with another one in it; the inner one is enough for the keyboard.
  for (const item of document.querySelectorAll('.VPSidebarItem > .item[role="button"]')) {
    item.removeAttribute('role');
    item.removeAttribute('tabindex');
  }
}
