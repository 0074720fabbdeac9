
// Pictures that answer: what is pointed at, touched or focused says its value, and tables sort by their columns. Without this, marks have the
// browser's own tooltips, and the tables stand as they are.
{
  const near = 24;
  const many = 400;
  const words = new WeakMap();
  const tip = Object.assign(document.createElement('div'), { className: 'tip', hidden: true, dir: 'auto' });
  const live = Object.assign(document.createElement('div'), { className: 'vh' });
  // Those who hear the page get the words as the name of what has the focus; a touch moves no focus, so it is announced.
  tip.setAttribute('aria-hidden', 'true');
  live.setAttribute('role', 'status');
  let shown = null;
  let dismissed = null;
  let timer = 0;

  const hide = () => {
    clearTimeout(timer);
    tip.hidden = true;
    shown = null;
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(hide, 200);
  };
  const show = (mark, x, y) => {
    clearTimeout(timer);
    if (mark === dismissed) return;
    dismissed = null;
    shown = mark;
    tip.textContent = words.get(mark);
    tip.hidden = false;
    const box = mark.getBoundingClientRect();
    const [wide, high] = [tip.offsetWidth, tip.offsetHeight];
    const left = (x ?? box.left + box.width / 2) - wide / 2;
    const above = (y ?? box.top) - high - 10;
    const below = (y ?? box.bottom) + 14;
    tip.style.left = `${Math.max(4, Math.min(left, document.documentElement.clientWidth - wide - 4))}px`;
    tip.style.top = `${above < 4 ? below : above}px`;
  };

  // The mark under a point, or the nearest one that is hard to hit.
  const at = (svg, marks, event) => {
    const hit = event.target.closest('.mark, a');
    if (hit && words.has(hit)) return hit;
    if (marks.length > many) return null;
    let [found, least] = [null, near];
    for (const mark of marks) {
      const box = mark.getBoundingClientRect();
      const apart = Math.hypot(
        Math.max(box.left - event.clientX, 0, event.clientX - box.right),
        Math.max(box.top - event.clientY, 0, event.clientY - box.bottom),
      );
      if (apart < least) [found, least] = [mark, apart];
    }
    return found;
  };

  const ready = (svg, figure) => {
    const marks = [...svg.querySelectorAll('.mark, a')].filter((mark) => mark.querySelector(':scope > title'));
    if (!marks.length) return;
    // The browser's own tooltips would come on top of ours, so names move from titles to labels.
    const name = svg.querySelector(':scope > title');
    if (name) {
      svg.setAttribute('aria-label', name.textContent);
      svg.removeAttribute('aria-labelledby');
      name.remove();
    }
    const described = [svg.querySelector(':scope > desc')?.id];
    if (figure.dataset.keys) {
      const id = `${figure.id}-keys`;
      if (!document.getElementById(id)) {
        figure.append(Object.assign(document.createElement('p'), { id, hidden: true, textContent: figure.dataset.keys }));
      }
      described.push(id);
    }
    svg.setAttribute('aria-describedby', described.filter(Boolean).join(' '));
    svg.setAttribute('role', 'group');
    for (const mark of marks) {
      const title = mark.querySelector(':scope > title');
      words.set(mark, title.textContent);
      title.remove();
      // A link with words is called what it says; the value comes on top of that, so that whoever speaks the words finds the link.
      const speaks = mark.localName === 'a' && mark.textContent.trim();
      mark.setAttribute(speaks ? 'aria-description' : 'aria-label', words.get(mark));
      if (mark.localName === 'g') {
        mark.setAttribute('role', 'img');
        mark.setAttribute('tabindex', '-1');
      }
    }
    // Links can be reached one by one already; a picture without any is one stop, within which the arrow keys move.
    const rove = !marks.some((mark) => mark.localName === 'a');
    if (rove) marks[0].setAttribute('tabindex', '0');

    svg.addEventListener('pointermove', (event) => {
      if (event.pointerType === 'touch') return;
      const mark = at(svg, marks, event);
      if (mark !== dismissed) dismissed = null;
      if (mark) show(mark, event.clientX, event.clientY);
      else soon();
    });
    svg.addEventListener('pointerleave', soon);
    svg.addEventListener('pointerup', (event) => {
      if (event.pointerType !== 'touch') return;
      const mark = at(svg, marks, event);
      if (!mark) return hide();
      dismissed = null;
      show(mark, event.clientX, event.clientY - 12);
      live.textContent = words.get(mark);
    });
    svg.addEventListener('focusin', (event) => {
      const mark = event.target.closest('.mark, a');
      if (!words.has(mark)) return;
      dismissed = null;
      show(mark);
      if (rove) for (const other of marks) other.setAttribute('tabindex', other === mark ? '0' : '-1');
    });
    svg.addEventListener('focusout', hide);
    svg.addEventListener('keydown', (event) => {
      const now = marks.indexOf(event.target.closest('.mark, a'));
      const forward = getComputedStyle(svg).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
      const backward = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
      const to = {
        [forward]: now + 1,
        ArrowDown: now + 1,
        [backward]: now - 1,
        ArrowUp: now - 1,
        Home: 0,
        End: marks.length - 1,
      }[event.key];
      if (now < 0 || to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      marks[Math.max(0, Math.min(to, marks.length - 1))].focus();
    });
  };

  // What a cell is sorted by: a plain number or day where the script has been told, else its words; cells without a value come last.
  const key = (row, column) => {
    const cell = row.cells[column];
    const text = cell?.dataset.v ?? cell?.textContent.trim() ?? '';
    return text === '–' ? '' : text;
  };
  const sort = (table, column, head) => {
    const down = head.getAttribute('aria-sort') === 'ascending';
    for (const other of head.parentElement.cells) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    const rows = [...table.tBodies[0].rows].map((row) => [key(row, column), row]);
    const numbers = rows.every(([text]) => text === '' || !Number.isNaN(Number(text)));
    const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
    rows.sort(([a], [b]) => {
      if (a === '' || b === '') return (a === '') - (b === '');
      const least = numbers ? a - b : order.compare(a, b);
      return down ? -least : least;
    });
    table.tBodies[0].append(...rows.map(([, row]) => row));
  };
  const sortable = (table, hint) => {
    for (const [column, head] of [...table.tHead.rows[0].cells].entries()) {
      const button = Object.assign(document.createElement('button'), { type: 'button', className: 'sort', title: hint });
      button.append(...head.childNodes);
      button.addEventListener('click', () => sort(table, column, head));
      head.append(button);
    }
  };

  for (const figure of document.querySelectorAll('.figure')) {
    for (const svg of figure.querySelectorAll('svg.chart')) ready(svg, figure);
    const fold = figure.querySelector('.fold');
    const table = fold?.querySelector('table');
    if (table?.tHead && table.tBodies[0]?.rows.length > 1) {
      fold.addEventListener('toggle', () => sortable(table, figure.dataset.sort ?? ''), { once: true });
    }
  }
  for (const table of document.querySelectorAll('table[data-sort]')) {
    if (table.tHead && table.tBodies[0]?.rows.length > 1) sortable(table, table.dataset.sort);
  }
  if (document.querySelector('.figure')) {
    document.body.append(tip, live);
    tip.addEventListener('pointerenter', () => clearTimeout(timer));
    tip.addEventListener('pointerleave', hide);
    // What has the focus keeps its words while it scrolls into view; what was only pointed at has gone elsewhere.
    const scrolled = () => {
      if (shown && shown === document.activeElement) show(shown);
      else hide();
    };
    addEventListener('scroll', scrolled, { passive: true, capture: true });
    addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || tip.hidden) return;
      dismissed = shown;
      hide();
    });
  }
}
