// The directory of members: narrows and sorts the list that the page holds, and keeps what was chosen in the address.
{
  const form = document.querySelector('form.filters');
  if (form) {
    const found = document.querySelector('.found');
    const status = found.querySelector('.result-count');
    const bar = found.querySelector('.result-bar');
    const chosen = found.querySelector('.chosen');
    const sort = form.elements.sort;
    const facets = ['kind', 'place', 'node', 'grade'];
    const boxes = [...form.querySelectorAll('input[type=checkbox]')];
    const whole = status.textContent;
    const collator = new Intl.Collator(document.documentElement.lang || undefined, { numeric: true });

    /** Letters alone: no accents, no vowel signs, Arabic letters that are written in several ways as one. */
    const plain = (text) =>
      text.normalize('NFKD').replace(/\p{M}|\u0640/gu, '').replace(/[\u0622\u0623\u0625\u0671]/g, '\u0627').replace(/\u0649/g, '\u064a').replace(/\u0629/g, '\u0647').replace(/[\u2018\u2019]/g, "'").toLowerCase();
    const digits = (number) => String(number).replace(/\d/g, (digit) => [...form.dataset.digits][digit]);
    const label = (box) => box.closest('label').querySelector('span').textContent;

    const rows = [...found.querySelectorAll('.entry')].map((row, index) => ({
      row,
      index,
      home: row.parentElement,
      name: row.querySelector('h4')?.textContent ?? '',
      town: row.querySelector('.entry-place')?.textContent ?? '\uffff',
      text: plain(row.textContent),
      values: facets.map((facet) => (row.dataset[facet] ?? '').split(' ')),
      shown: true,
    }));
    const byId = new Map(rows.map((one) => [one.row.id, one]));
    const flat = document.createElement('ul');
    flat.className = 'entries';
    flat.hidden = true;
    const list = document.createElement('ul');
    list.className = 'chips';
    chosen.prepend(list);
    found.querySelector('.kind')?.before(flat);

    /** What is chosen now: text, sorting and a set of values for each facet. */
    let state;

    function read() {
      const address = new URLSearchParams(location.search);
      state = { q: address.get('q') ?? '', sort: address.get('sort') ?? '', sets: facets.map((facet) => new Set(address.getAll(facet))) };
    }

    function write(replace) {
      const address = new URLSearchParams();
      if (state.q.trim()) address.set('q', state.q.trim());
      facets.forEach((facet, index) => state.sets[index].forEach((value) => address.append(facet, value)));
      if (state.sort) address.set('sort', state.sort);
      const query = address.toString();
      const next = location.pathname + (query ? `?${query}` : '');
      if (next === location.pathname + location.search) return;
      if (replace) history.replaceState(null, '', next);
      else history.pushState(null, '', next);
    }

    const orders = {
      name: (a, b) => collator.compare(a.name, b.name),
      place: (a, b) => collator.compare(a.town, b.town) || collator.compare(a.name, b.name),
      size: (a, b) => (b.row.dataset.size ?? -1) - (a.row.dataset.size ?? -1) || a.index - b.index,
      joined: (a, b) => (b.row.dataset.joined ?? '').localeCompare(a.row.dataset.joined ?? '') || a.index - b.index,
    };
    let order = '';

    function arrange() {
      const wanted = orders[state.sort] ? state.sort : '';
      if (wanted === order) return;
      order = wanted;
      // An entry that is read or worked with keeps the focus while it moves.
      const focus = document.activeElement;
      if (order) flat.append(...[...rows].sort(orders[order]).map((one) => one.row));
      else for (const one of rows) one.home.append(one.row);
      if (focus !== document.activeElement) focus.focus({ preventScroll: true });
    }

    function apply() {
      const words = plain(state.q).split(/\s+/).filter(Boolean);
      const counts = facets.map(() => new Map());
      let shown = 0;
      for (const one of rows) {
        // A value counts the members that choosing it would show: those that nothing else leaves out.
        const failed = facets.map((_, index) => index).filter((index) => state.sets[index].size > 0 && !one.values[index].some((value) => state.sets[index].has(value)));
        const told = words.every((word) => one.text.includes(word));
        one.shown = told && failed.length === 0;
        one.row.hidden = !one.shown;
        shown += one.shown;
        if (!told || failed.length > 1) continue;
        facets.forEach((_, index) => {
          if (failed.length === 1 && failed[0] !== index) return;
          for (const value of one.values[index]) counts[index].set(value, (counts[index].get(value) ?? 0) + 1);
        });
      }
      arrange();
      for (const section of found.querySelectorAll('.kind')) {
        const left = order ? 0 : [...section.querySelectorAll('.entry')].filter((row) => !row.hidden).length;
        section.hidden = left === 0;
        section.querySelector('.count').textContent = digits(left);
      }
      flat.hidden = !order;
      for (const box of boxes) {
        const index = facets.indexOf(box.name);
        const count = counts[index].get(box.value) ?? 0;
        box.checked = state.sets[index].has(box.value);
        box.closest('label').querySelector('.count').textContent = digits(count);
        box.closest('li').classList.toggle('empty', count === 0);
      }
      if (form.elements.q.value !== state.q) form.elements.q.value = state.q;
      sort.value = order;
      const used = state.sets.reduce((sum, set) => sum + set.size, 0);
      const narrowed = used > 0 || words.length > 0;
      status.textContent = narrowed ? form.dataset.shown.replace('{shown}', digits(shown)).replace('{total}', digits(rows.length)) : whole;
      const badge = document.getElementById('filters-used');
      if (badge) badge.textContent = used > 0 ? `(${digits(used)})` : '';
      found.querySelector('.no-match').hidden = shown > 0;
      chosen.hidden = !narrowed;
      chips();
      discs();
    }

    /** A button for each value that is chosen, which takes it out again. */
    function chips() {
      const made = [];
      facets.forEach((facet, index) => {
        for (const value of state.sets[index]) {
          const box = boxes.find((one) => one.name === facet && one.value === value);
          const town = facet === 'place' ? rows.find((one) => one.row.dataset.place === value) : undefined;
          made.push([facet, value, box ? label(box) : (town?.name ?? value)]);
        }
      });
      if (state.q.trim()) made.push(['q', '', `\u201c${state.q.trim()}\u201d`]);
      list.replaceChildren(...made.map(([facet, value, text]) => {
        const button = document.createElement('button');
        Object.assign(button, { type: 'button', textContent: text });
        button.setAttribute('aria-label', form.dataset.remove.replace('{name}', text));
        button.addEventListener('click', () => {
          if (facet === 'q') state.q = '';
          else state.sets[facets.indexOf(facet)].delete(value);
          change();
          (list.querySelector('button') ?? form.elements.q).focus();
        });
        const item = document.createElement('li');
        item.append(button);
        return item;
      }));
    }

    /** Places on the map that an address names; the members themselves where it leads to one. */
    const places = (link) => new URLSearchParams(link.getAttribute('href').split('#')[0].split('?')[1] ?? '').getAll('place');
    const links = [...found.querySelectorAll('.chart-map a')].map((link) => ({
      link,
      places: new Set(places(link)),
      number: link.querySelector('text[text-anchor=middle].f-on-brand'),
      member: byId.get(link.getAttribute('href').split('#')[1]),
    }));

    function discs() {
      for (const { link, places: towns, number, member } of links) {
        const here = member ? [member] : rows.filter((one) => towns.has(one.row.dataset.place));
        const left = here.filter((one) => one.shown).length;
        if (number) number.textContent = digits(left);
        link.classList.toggle('off', left === 0);
        link.classList.toggle('on', towns.size > 0 && [...towns].every((town) => state.sets[1].has(town)));
      }
    }

    function change(replace) {
      write(replace);
      apply();
    }

    let typing = 0;
    form.addEventListener('input', (event) => {
      if (event.target !== form.elements.q) return;
      clearTimeout(typing);
      typing = setTimeout(() => {
        // One step back takes out the whole search, not its last letter.
        const begun = state.q.trim() !== '';
        state.q = form.elements.q.value;
        change(begun);
      }, 120);
    });
    form.addEventListener('change', (event) => {
      const box = event.target;
      if (box.type !== 'checkbox') return;
      state.sets[facets.indexOf(box.name)][box.checked ? 'add' : 'delete'](box.value);
      change();
    });
    // It belongs to the form, but stands above the list.
    sort.addEventListener('change', () => {
      state.sort = sort.value;
      change();
    });
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('reset', (event) => {
      event.preventDefault();
      const { sort: kept } = state;
      state = { q: '', sort: kept, sets: facets.map(() => new Set()) };
      change();
      bar.focus();
    });
    for (const figure of found.querySelectorAll('.figure')) {
      figure.addEventListener('click', (event) => {
        const link = event.target.closest('a');
        const towns = link ? places(link) : [];
        if (towns.length === 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        const all = towns.every((town) => state.sets[1].has(town)) && state.sets[1].size === towns.length;
        state.sets[1] = new Set(all ? [] : towns);
        change();
        bar.focus();
      });
    }
    // A link to a member or kind shows it, whatever is chosen.
    function reveal() {
      const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!target || !(target.hidden || target.closest('[hidden]'))) return;
      state = { q: '', sort: target.classList.contains('kind') ? '' : state.sort, sets: facets.map(() => new Set()) };
      apply();
      target.scrollIntoView();
    }
    addEventListener('popstate', () => {
      read();
      apply();
      reveal();
    });
    addEventListener('hashchange', reveal);

    read();
    const panel = form.querySelector('details');
    if (panel && matchMedia('(min-width: 62rem)').matches) panel.open = true;
    apply();
    reveal();
    if (location.search && location.hash === '#results') bar.scrollIntoView();
  }
}
