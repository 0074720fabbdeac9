// Comfort for readers whose browser runs scripts; every page works without this file. Each part is a block of its own and stores nothing.
'use strict';

// Style sheets show what only works with scripts below `.js`.
document.documentElement.classList.add('js');
