// Comfort for readers whose browser runs scripts; every page works without this file. Each part is a block of its own and stores nothing.
'use strict';

// Style sheets show what only works with scripts below `.js`.
document.documentElement.classList.add('js');

// A click on the sign beside a heading also copies the address of the heading, and says so where the sign is.
{
  const told = document.documentElement.dataset.copied ?? '';
  document.addEventListener('click', async (event) => {
    const anchor = event.target instanceof Element ? event.target.closest('a.anchor') : null;
    if (!anchor || !navigator.clipboard) return;
    try {
      await navigator.clipboard.writeText(anchor.href);
    } catch {
      return; // Not allowed here; the link has led to the heading all the same.
    }
    anchor.dataset.told = told;
    setTimeout(() => delete anchor.dataset.told, 2000);
  });
}
