// Owns the trial of the search in a real browser: what readers ask is found, by keys and on small screens too. usage: node search.mjs SITE_FOLDER
// Ends with 1 and a list of what was not found. CHROME names the browser where it is not /usr/bin/chromium; -v tells every answer.
import fs from 'node:fs';
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

await browser.close();
server.close();
console.log(`${passed} checks passed, ${faults.length} failed`);
for (const fault of faults) console.log(fault);
process.exit(faults.length ? 1 : 0);
