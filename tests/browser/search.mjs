// Owns the trial of the search in a real browser: what readers ask is found, by keys and on small screens too. usage: node search.mjs SITE_FOLDER
// Ends with 1 and a list of what was not found. CHROME names the browser where it is not /usr/bin/chromium; -v tells every answer.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { queries } from './queries.mjs';
import { serve } from './serve.mjs';

const site = process.argv[2];
if (!site || !fs.existsSync(path.join(site, 'search.html'))) {
  console.error('usage: node search.mjs SITE_FOLDER [-v] (a built site of the example, with search.html in it)');
  process.exit(2);
}
const talks = process.argv.includes('-v');
const faults = [];
let passed = 0;

/** Counts a check; says what is wrong where it fails. */
function check(holds, what) {
  if (holds) passed += 1;
  else faults.push(what);
}

/** Opens the search page of a language and keeps what the console says and what goes over the wire. */
async function open(browser, base, lang, query = '', options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const wrong = [];
  const loads = [];
  page.on('console', (message) => wrong.push(message.text()));
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('response', (answer) => loads.push(answer));
  await page.goto(`${base}${lang === 'en' ? '' : `${lang}/`}search.html${query}`);
  return { context, page, wrong, loads };
}

/** Types a question and gives the addresses of the results, relative to the language's folder. */
async function ask(page, base, lang, query) {
  await page.fill('#search-query', query);
  await page.press('#search-query', 'Enter');
  await page.waitForFunction((asked) => new URL(location.href).searchParams.get('q') === asked, query.trim(), { timeout: 5000 });
  const links = await page.$$eval('.search-results h2 a', (found) => found.map((link) => link.href));
  return links.map((link) => decodeURIComponent(link.slice(base.length + (lang === 'en' ? 0 : lang.length + 1))));
}

const browser = await chromium.launch({ executablePath: process.env.CHROME ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const server = await serve(site, '/a/deeper/folder/');
const base = server.url;

for (const [lang, list] of Object.entries(queries)) {
  const { context, page, wrong } = await open(browser, base, lang);
  for (const [query, ...expected] of list) {
    const found = await ask(page, base, lang, query).catch((error) => [`(${error.message.split('\n')[0]})`]);
    const place = found.findIndex((link) => expected.includes(link));
    if (talks) console.log(`${lang} ${place >= 0 && place < 3 ? 'ok  ' : 'MISS'} ${query} → ${place + 1} of ${found.length}: ${found.slice(0, 3).join(' ')}`);
    check(place >= 0 && place < 3, `${lang} “${query}”: ${expected.join(' or ')} is number ${place + 1}; first are ${found.slice(0, 3).join(', ')}`);
  }
  check(wrong.length === 0, `${lang}: the console says ${wrong.join(' / ')}`);
  await context.close();
}

/** Runs a trial of its own on a fresh page; what goes wrong in it is a fault like another. */
async function trial(name, lang, query, options, steps) {
  const opened = await open(browser, base, lang, query, options);
  try {
    await steps(opened.page, opened);
  } catch (error) {
    check(false, `${name}: ${error.message.split('\n')[0]}`);
  }
  await opened.context.close();
}

const results = (page) => page.waitForSelector('.search-results h2 a');
const focused = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.textContent);
const status = (page) => page.textContent('#search-status');

await trial('keys', 'en', '', {}, async (page) => {
  check((await focused(page)) === 'search-query', 'the field of an empty search page has the focus');
  await page.keyboard.type('timber/wood', { delay: 10 });
  check((await page.inputValue('#search-query')) === 'timber/wood', 'a slash in the field is a slash');
  await results(page);
  await page.keyboard.press('ArrowDown');
  const first = await focused(page);
  await page.keyboard.press('ArrowDown');
  const second = await focused(page);
  check(first !== second && second !== 'search-query', 'arrows go through the results');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  check((await focused(page)) === 'search-query', 'and back to the field');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  check((await focused(page)) === 'search-query', 'Escape leads from a result to the field');
  await page.keyboard.press('Escape');
  check((await page.inputValue('#search-query')) === '' && (await page.isVisible('#search-map')), 'Escape in the field starts again');
  check(!new URL(page.url()).search, 'and the address too');
});

await trial('from another page', 'en', '', {}, async (page) => {
  await page.goto(`${base}indicators/jobs.html`);
  await page.keyboard.press('/');
  check((await focused(page)) === 'site-search', 'a slash leads to the field of a page');
  await page.keyboard.type('sawmill');
  await page.keyboard.press('Enter');
  await results(page);
  check(page.url() === `${base}search.html?q=sawmill`, `the field leads to the search page, not to ${page.url()}`);
  await page.keyboard.press('Tab');
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(`${base}indicators/jobs.html`);
  await page.keyboard.press('/');
  await page.waitForURL(/search\.html/);
  check(true, 'a field that is folded away leads there too');
});

await trial('sections and more', 'en', '?q=timber&in=cluster', {}, async (page) => {
  await results(page);
  const places = await page.$$eval('.search-results h2 a', (links) => links.map((link) => link.href));
  check(places.every((link) => /(members|governance|glossary|agreement|brand|processes|relations|excellence|internationalisation)\.html/.test(link)), `only what is of the section: ${places}`);
  await page.click('.chip[data-section=""]');
  await page.waitForFunction(() => !new URL(location.href).searchParams.has('in'));
  check((await page.$$('.search-results > li')).length === 10, 'ten results at first');
  await page.click('#search-more button');
  await page.waitForFunction(() => document.querySelectorAll('.search-results > li').length === 20);
  const eleventh = await page.textContent('.search-results > li:nth-child(11) h2 a');
  check((await focused(page)) === eleventh, 'more results lead on from the first of them');
});

for (const hostile of ['<img src=x onerror=alert(1)>', '</script><b>', '"', '"timber', '{words}', '\\', '..', '\u0640\u064b', '%', 'a'.repeat(500), '😀', '日本語', '\u202e']) {
  await trial('hostile', 'en', `?q=${encodeURIComponent(hostile)}`, {}, async (page, { wrong }) => {
    await page.waitForFunction(() => document.querySelector('#search-status').textContent.length > 3 && !/Searching/.test(document.querySelector('#search-status').textContent));
    check(wrong.length === 0, `“${hostile}” makes the console say ${wrong.join(' / ')}`);
    check((await page.$$('#search-status *, .search-results img, .search-results script')).length === 0, `“${hostile}” becomes HTML`);
  });
}

await trial('nothing', 'en', '?q=zzqqxx', {}, async (page) => {
  await page.waitForFunction(() => document.querySelector('#search-status').textContent.includes('zzqqxx'));
  check(await page.isVisible('#search-map'), 'where nothing is found, all pages are listed');
  check((await page.$$('.search-results > li')).length === 0, 'nothing is found for nonsense');
});

await trial('exact words', 'en', '?q=%22with%20its%20own%20water%22', {}, async (page) => {
  await page.waitForFunction(() => document.querySelector('#search-status').textContent.length > 3);
  check((await page.$$('.search-results > li')).length <= 2, 'words in quotation marks are found together');
});

await trial('no scripts', 'fr', '?q=bois', { javaScriptEnabled: false }, async (page) => {
  check(await page.isVisible('noscript .note'), 'without scripts the page says so');
  check((await page.$$('#search-map a')).length > 60, 'and lists all pages');
});

await trial('no index', 'en', '', {}, async (page) => {
  await page.route('**/search/**', (route) => route.abort());
  await page.fill('#search-query', 'timber');
  await page.waitForFunction(() => /could not be loaded/.test(document.querySelector('#search-status').textContent));
  check(await page.isVisible('#search-map'), 'without its index the page says so and lists all pages');
  await page.unroute('**/search/**');
  await page.press('#search-query', 'Enter');
  await results(page);
  check(true, 'and tries again');
});

await trial('from a disk', 'en', '', {}, async (page) => {
  await page.goto(`file://${path.resolve(site)}/search.html?q=timber`);
  await page.waitForFunction(() => /web server/.test(document.querySelector('#search-status').textContent));
  check(true, 'from a disk it says that it can’t');
});

// The policy that the site is served under, with what the search page alone may do besides.
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'";
await trial('policy', 'en', '', {}, async (page, { wrong, loads }) => {
  await page.route('**/search.html*', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': POLICY } });
  });
  loads.length = 0;
  await page.goto(`${base}search.html?q=shared+workshop`);
  await results(page);
  check(wrong.length === 0, `under the policy the console says ${wrong.join(' / ')}`);
  const own = loads.filter((answer) => answer.url().includes('/search/'));
  const sizes = await Promise.all(own.map(async (answer) => (await answer.body()).length));
  check(loads.every((answer) => answer.url().startsWith(base)), 'nothing comes from another host');
  console.log(`a first search loads ${own.length} files, ${Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1000)} kB as they lie on the disk`);
});

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
for (const [lang, query] of [['en', '?q=timber'], ['fr', '?q=bois'], ['ar', `?q=${encodeURIComponent('الخشب')}`], ['en', ''], ['en', '?q=zzqqxx']]) {
  for (const colorScheme of ['light', 'dark']) {
    await trial(`axe ${lang}${query} ${colorScheme}`, lang, query, { colorScheme, viewport: { width: 320, height: 800 } }, async (page) => {
      if (query) await page.waitForFunction(() => document.querySelector('#search-status').textContent.length > 3);
      if (query && !query.includes('zz')) await results(page);
      await page.evaluate(axe);
      const found = await page.evaluate(() => globalThis.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
      for (const violation of found.violations) check(false, `${lang}${query} ${colorScheme}: ${violation.id} ${violation.nodes.map((node) => node.target).join(' ')}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      check(wide <= 0, `${lang}${query} is ${wide} px too wide at 320 px`);
    });
  }
}

await browser.close();
server.close();
console.log(`${passed} checks passed, ${faults.length} failed`);
for (const fault of faults) console.log(fault);
process.exit(faults.length ? 1 : 0);
