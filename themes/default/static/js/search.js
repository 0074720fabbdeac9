// The search page. It asks Pagefind for each word by itself and puts the answers together, so that a question in whole sentences finds the
// pages that have most of it, and writes results as text: nothing of the index is ever taken for HTML.
'use strict';
{
  const settings = JSON.parse(document.getElementById('search-settings').textContent);
  const root = new URL(document.getElementById('search-settings').dataset.root, location.href);
  const language = document.documentElement.lang;
  const [form, field, map] = ['.search-form', '#search-query', '#search-map'].map((name) => document.querySelector(name));

  // Results that are shown at a time, words of an excerpt, and places within a page that are named.
  const PAGE = 10;
  const EXCERPT = 32;
  const PLACES = 3;
  // What share of the words asked for, by weight, a page has to have; and how fast it falls behind when it lacks some.
  const LEAST = 0.3;
  const STEEP = 1.2;
  // How much words in a title count, the more the more of the question they are; and how much more the less else the title says, which is told
  // of the first results, whose titles have to be loaded.
  const TITLE = 6;
  const EXACT = 1.5;
  const FIRST = 20;
  // Words between two of the question that still belong together, and how much a page counts that has them further apart.
  const NEAR = 12;
  const FAR = 0.6;
  // How much a page counts that shows what others are about.
  const GATHERS = 0.6;
  const RANKING = { pageLength: 0.75, termSaturation: 1.2, metaWeights: { title: 0, kind: 0.5, image: 0 } };

  const say = (key, parts = {}) => Object.entries(parts).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, () => value), settings.words[key]);
  const digits = [...settings.digits];
  const count = (number) => {
    const form = new Intl.PluralRules(language).select(number);
    return (settings.results[form] ?? settings.results.other).replace('{count}', () => String(number).replace(/\d/g, (digit) => digits[digit]));
  };

  const make = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };

  // What only a script fills: what was found in a sentence that is read out, the sections, the results and the way to more of them.
  const status = make('p', { class: 'search-status', id: 'search-status', role: 'status' });
  const chips = make('div', { class: 'search-sections', role: 'group', 'aria-label': say('sections'), hidden: '' });
  const list = make('ol', { class: 'search-results', hidden: '' });
  const more = make('p', { id: 'search-more', hidden: '' }, make('button', { class: 'button quiet', type: 'button' }, say('more')));
  form.after(status, chips, list, more);

  // Letters that readers write for one another: without accents and vowel signs, and with one form of alif, yaa and taa marbuta.
  const fold = (word) => word.toLowerCase().normalize('NFD').replace(/[\p{M}\u0640]/gu, '').replace(/ى/g, 'ي').replace(/ة/g, 'ه');

  // What stands before a word in Arabic and is written with it: and, so, with, like, for, the.
  const bare = (word) => word.replace(/^[وف]?(?:[بك]?ال|لل|[بلك])?(?=\p{L}{3})/u, '');

  const small = new Set(settings.small.map(fold));
  const parse = (query) => {
    const exact = /^\s*["«“„](.+)["»”“]\s*$/u.exec(query);
    if (exact) return [`"${exact[1].trim()}"`];
    const words = [...new Set(query.normalize('NFC').toLowerCase().replace(/\u0640/g, '').split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean))];
    const telling = words.filter((word) => !small.has(fold(word)) && (word.length > 1 || /\d/.test(word)));
    return (telling.length ? telling : words).slice(0, 12);
  };

  // Pagefind, its words and what section each page is in: loaded when something is first asked for.
  let loaded = null;
  const load = () => {
    loaded ??= (async () => {
      const folder = new URL(settings.folder, root).pathname;
      const [program, { parts, complete, words }] = await Promise.all([
        import(new URL(settings.program, root).href),
        fetch(`${folder}contents.json`).then((answer) => answer.json()),
      ]);
      const pagefind = program.createInstance({ basePath: folder, noWorker: true, ranking: RANKING });
      // A large site is indexed in parts.
      for (let part = 2; part <= parts; part += 1) await pagefind.mergeIndex(`${folder}${part}/`, { ranking: RANKING });
      const sections = new Map();
      let pages = 0;
      for (const [section] of settings.sections) {
        for (const { id } of (await pagefind.search(null, { filters: { section } })).results) {
          sections.set(id, section);
          pages += 1;
        }
      }
      const gathering = new Set((await pagefind.search(null, { filters: { gathers: 'yes' } })).results.map(({ id }) => id));
      return { pagefind, sections, gathering, pages, complete, words, folded: words.map(fold) };
    })().catch((error) => {
      loaded = null;
      throw error;
    });
    return loaded;
  };

  // The text of the index as it stands on the page: there, words are apart that only a sign ties together, with a word joiner between.
  const plain = (text) => text.replaceAll('\u2060 ', '');

  // Whether two words are forms of one, as far as their beginnings tell.
  const alike = (one, other) => {
    const [a, b] = [bare(fold(one)), bare(fold(other))];
    const least = Math.max(2, Math.min(a.length, b.length) - 2);
    return a.slice(0, least) === b.slice(0, least);
  };

  // How many letters have to be put in, left out, changed or swapped to make one word of another; `limit` + 1 where it is more than that.
  const distance = (a, b, limit) => {
    if (Math.abs(a.length - b.length) > limit) return limit + 1;
    let [before, last] = [[], Array.from({ length: b.length + 1 }, (_, index) => index)];
    for (let i = 1; i <= a.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= b.length; j += 1) {
        const same = a[i - 1] === b[j - 1];
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      if (Math.min(...row) > limit) return limit + 1;
      [before, last] = [last, row];
    }
    return last[b.length];
  };

  // Whether the site has a word or a form of it. Of a large site only the frequent words are listed.
  const known = (word, { folded }) => {
    const written = fold(word);
    const stems = [written, bare(written)].map((form) => form.slice(0, Math.max(4, form.length - 2)));
    return written.length < 4 || /\d/.test(written) || folded.some((one) => stems.some((stem) => one.startsWith(stem) || bare(one).startsWith(stem)));
  };

  // The word of the site that a reader most likely meant. The list has the frequent words first, and few mistake the first letter.
  const meant = (word, { words, folded }) => {
    const written = fold(word);
    const limit = written.length > 7 ? 2 : 1;
    let best = { far: Infinity, word: null };
    folded.forEach((one, index) => {
      const far = distance(written, one, limit);
      const cost = far + (one[0] === written[0] ? 0 : 0.5);
      if (far <= limit && cost < best.far) best = { far: cost, word: words[index] };
    });
    return best.word;
  };

  // The pages with a word, by id: how well each fits and where the word stands. An Arabic word is also looked for with its article, by which
  // the stems know that a first letter belongs to the word and is no "and" or "for".
  const pagesWith = async (pagefind, word) => {
    const forms = /^\p{Script=Arabic}+$/u.test(word) && !word.startsWith('ال') ? [word, `ال${word}`] : [word];
    const pages = new Map();
    for (const form of forms) {
      for (const result of (await pagefind.search(form)).results) {
        if (!(pages.get(result.id)?.score > result.score)) pages.set(result.id, result);
      }
    }
    return pages;
  };

  // Whether a word stands where Pagefind says: for one that it does not know, it gives whatever begins with the same letters.
  const stands = async (word, pages) => {
    const [first] = pages.values();
    const page = await first.data();
    const words = [...first.words.map((place) => page.content.split(' ')[place]), ...page.meta.title.split(/\s+/)];
    return words.some((one) => alike(one.replace(/[^\p{L}\p{M}\p{N}]/gu, ''), word));
  };

  // The pages for one word of the question; of a misspelt one, for what was meant.
  const answer = async (loaded, word) => {
    const own = await pagesWith(loaded.pagefind, word);
    if (word.startsWith('"') || known(word, loaded)) return { word, pages: own };
    const other = meant(word, loaded);
    if (other) {
      const pages = await pagesWith(loaded.pagefind, other);
      // Another form of the word, which the stems know to be the same, is no mistake.
      const shared = [...pages.keys()].filter((id) => own.has(id)).length;
      const rare = !loaded.complete && own.size > 0 && (await stands(word, own));
      if (pages.size > 0 && shared * 2 < pages.size && !rare) return { word: other, pages, instead: true };
    }
    return { word, pages: own.size > 0 && (!loaded.complete || await stands(word, own)) ? own : new Map() };
  };

  // How close together the words of a question stand on a page, from FAR to 1. Those of a title are at hand.
  const closeness = ({ hits }) => {
    let [pairs, near] = [0, 0];
    for (let index = 1; index < hits.length; index += 1) {
      const [one, other] = [hits[index - 1], hits[index]];
      const titled = one.titled || other.titled;
      pairs += 1;
      near += titled || one.places.some((a) => other.places.some((b) => Math.abs(a - b) <= NEAR)) ? 1 : 0;
    }
    return pairs ? FAR + (1 - FAR) * (near / pairs) : 1;
  };

  /** Everything that fits a question, the best first. */
  const find = async (query) => {
    const loaded = await load();
    const answers = await Promise.all(parse(query).map((word) => answer(loaded, word)));
    const weight = ({ pages }) => Math.log(1 + (loaded.pages - pages.size + 0.5) / (pages.size + 0.5));
    const weights = answers.map(weight);
    const total = weights.reduce((sum, one) => sum + one, 0);
    const found = new Map();
    answers.forEach(({ pages }, index) => {
      for (const [id, result] of pages) {
        const one = found.get(id) ?? { id, data: result.data, score: 0, has: 0, title: 0, hits: [] };
        one.score += result.score;
        one.has += weights[index];
        const titled = result.matchedMetaFields?.includes('title') ?? false;
        if (titled) one.title += weights[index];
        one.hits.push({ titled, places: result.words });
        found.set(id, one);
      }
    });
    const all = [...found.values()].filter((one) => one.has >= total * LEAST);
    for (const one of all) {
      one.score *= (one.has / total) ** STEEP * closeness(one);
      if (loaded.gathering.has(one.id) && one.title < total) one.score *= GATHERS;
      one.heading = (TITLE * one.title ** 2) / total;
      one.score += one.heading;
      one.section = loaded.sections.get(one.id);
    }
    const order = () => all.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    order();
    const titled = all.slice(0, FIRST).filter((one) => one.title > 0);
    await Promise.all(titled.map(async (one) => {
      const words = parse(plain((await one.data()).meta.title));
      const said = words.filter((word) => answers.some((answer) => alike(word, answer.word))).length;
      one.score += (one.heading * EXACT * said) / words.length;
    }));
    order();
    const changed = answers.some(({ instead }) => instead);
    return { results: all, instead: changed ? answers.map(({ word }) => word).join(' ') : null };
  };

  // The stretch of a text that has most of the words, from the beginning of a sentence where one is near, with the words marked.
  const excerpt = (words, places) => {
    const marked = new Set(places);
    const dense = (start) => places.filter((place) => place >= start && place < start + EXCERPT).length;
    const best = places.reduce((found, place) => (dense(place) > dense(found) ? place : found), places[0] ?? 0);
    let start = Math.max(0, Math.min(best - 4, words.length - EXCERPT));
    for (let near = Math.min(best, words.length - 1); near > Math.max(0, best - 12); near -= 1) {
      if (/[.!?؟·]$/u.test(words[near - 1])) {
        start = near;
        break;
      }
    }
    const end = Math.min(words.length, start + EXCERPT);
    const text = make('p', { class: 'search-excerpt' });
    if (start > 0) text.append('… ');
    for (let at = start; at < end; at += 1) {
      const word = words[at].replace(/\u2060$/, '');
      const [, before, letters, after] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{M}\p{N}]*)$/u.exec(word);
      text.append(...(marked.has(at) && letters ? [before, make('mark', {}, letters), after] : [word]));
      if (at + 1 < end && word === words[at]) text.append(' ');
    }
    if (end < words.length) text.append(' …');
    return text;
  };

  // Headings of a page under which the words stand, those with most first, as links.
  const placesIn = (page, address, places) => {
    const heads = page.anchors.filter(({ element, text }) => /^h[2-6]$/i.test(element) && text.trim()).sort((a, b) => a.location - b.location);
    const hits = new Map();
    for (const place of places) {
      const head = heads.findLast(({ location }) => location <= place);
      if (head) hits.set(head, (hits.get(head) ?? 0) + 1);
    }
    const best = [...hits].sort((a, b) => b[1] - a[1]).slice(0, PLACES).map(([head]) => head);
    if (best.length === 0) return [];
    const links = best.map(({ id, text }) => {
      const to = new URL(address);
      to.hash = id;
      return make('li', {}, make('a', { href: to.href }, plain(text).trim().replace(/[.#]$/, '')));
    });
    return [make('ul', { class: 'search-places' }, ...links)];
  };

  const names = new Map(settings.sections);

  const show = async (result) => {
    const page = await result.data();
    const address = new URL(page.raw_url, root);
    const places = [...new Set(result.hits.flatMap(({ places }) => places))].sort((a, b) => a - b);
    const about = [plain(page.meta.kind ?? ''), names.get(result.section)].filter(Boolean);
    return make('li', {},
      make('h2', {}, make('a', { href: address.href }, plain(page.meta.title))),
      make('p', { class: 'search-about' }, [...new Set(about)].join(' · ')),
      excerpt(page.content.split(' '), places),
      ...(address.hash ? [] : placesIn(page, address, places)));
  };

  // What is shown: the question, its answers, the section they are narrowed to and how many of them.
  let asked = null;
  let answers = { results: [], instead: null };
  let section = '';
  let shown = 0;
  let turn = 0;

  const narrowed = () => answers.results.filter((result) => section === '' || result.section === section);

  const address = () => {
    const to = new URL(location.href);
    to.search = '';
    if (asked) to.searchParams.set('q', asked);
    if (asked && section) to.searchParams.set('in', section);
    // Some browsers refuse when it is done too often; the next time does it.
    try { history.replaceState(history.state, '', to); } catch { /* see above */ }
  };

  const fill = async (from) => {
    const mine = turn;
    const next = narrowed().slice(from, from + PAGE);
    const items = await Promise.all(next.map(show));
    if (mine !== turn) return null;
    if (from === 0) list.replaceChildren(...items);
    else list.append(...items);
    shown = from + items.length;
    list.hidden = shown === 0;
    more.hidden = shown >= narrowed().length;
    return items[0];
  };

  const choose = () => {
    const of = (word) => answers.results.filter((result) => result.section === word).length;
    const used = settings.sections.filter(([word]) => of(word) > 0 || word === section);
    const chip = (word, name, number) => {
      const button = make('button', { type: 'button', class: 'chip', 'aria-pressed': String(word === section), 'data-section': word }, name, ' ');
      button.append(make('span', { class: 'chip-count' }, String(number).replace(/\d/g, (digit) => digits[digit])));
      return button;
    };
    chips.hidden = used.length < 2;
    chips.replaceChildren(chip('', say('all-sections'), answers.results.length), ...used.map(([word, name]) => chip(word, name, of(word))));
  };

  const tell = () => {
    const number = narrowed().length;
    const parts = [];
    if (answers.results.length === 0) parts.push(say('none', { query: asked }), say('none-help'));
    else {
      if (answers.instead) parts.push(say('instead', { words: answers.instead, query: asked }));
      parts.push(count(number));
    }
    status.replaceChildren(...parts.flatMap((part, index) => (index ? [' ', part] : [part])));
  };

  const clear = () => {
    turn += 1;
    asked = null;
    section = '';
    answers = { results: [], instead: null };
    status.replaceChildren();
    list.replaceChildren();
    list.hidden = true;
    chips.hidden = true;
    more.hidden = true;
    map.hidden = false;
    address();
  };

  const failed = () => {
    status.replaceChildren(say(location.protocol === 'file:' ? 'from-disk' : 'failed'));
    list.hidden = true;
    chips.hidden = true;
    more.hidden = true;
    map.hidden = false;
  };

  const ask = async () => {
    const query = field.value.trim().slice(0, 200);
    if (query === asked) return;
    if (!query) {
      clear();
      return;
    }
    turn += 1;
    const mine = turn;
    // A browser reads no files of a disk for a page.
    if (location.protocol === 'file:') {
      failed();
      return;
    }
    const waiting = setTimeout(() => mine === turn && status.replaceChildren(say('searching')), 300);
    try {
      const found = await find(query);
      if (mine !== turn) return;
      asked = query;
      answers = found;
      await fill(0);
      if (mine !== turn) return;
      choose();
      tell();
      map.hidden = answers.results.length > 0;
      address();
    } catch {
      if (mine === turn) failed();
    } finally {
      clearTimeout(waiting);
    }
  };

  let pause = 0;
  field.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(ask, 180);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(pause);
    ask();
  });
  chips.addEventListener('click', async (event) => {
    const chip = event.target.closest('button');
    if (!chip) return;
    section = chip.dataset.section;
    turn += 1;
    for (const one of chips.children) one.setAttribute('aria-pressed', String(one === chip));
    try {
      await fill(0);
      tell();
      address();
    } catch {
      failed();
    }
  });
  more.addEventListener('click', async () => {
    try {
      const first = await fill(shown);
      first?.querySelector('a').focus();
    } catch {
      failed();
    }
  });

  // Arrows go from the field through the results and back; Escape empties the field, or leads back to it.
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const links = [...list.querySelectorAll('h2 a')];
    const inside = event.target.closest('.search-results li')?.querySelector('h2 a');
    if (event.target !== field && !inside) return;
    const at = inside ? links.indexOf(inside) : -1;
    if (event.key === 'ArrowDown' && at + 1 < links.length) {
      event.preventDefault();
      links[at + 1].focus();
    } else if (event.key === 'ArrowUp' && at >= 0) {
      event.preventDefault();
      (links[at - 1] ?? field).focus();
    } else if (event.key === 'Escape' && inside) {
      field.focus();
      field.select();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      field.value = '';
      clear();
    }
  });

  const start = new URLSearchParams(location.search);
  field.value ||= start.get('q') ?? '';
  if (settings.sections.some(([word]) => word === start.get('in'))) section = start.get('in');
  if (field.value) ask();
  else if (matchMedia('(pointer: fine)').matches && !location.hash) field.focus({ preventScroll: true });
}
