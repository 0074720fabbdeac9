// Owns what all checks share: the folder of a built site, its pages, a browser, and the count of what passed and what did not.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';

export const require = createRequire(import.meta.url);

/** The folder of the site that the command line names; ends with 2 where there is none. */
export function siteFolder(usage) {
  const site = process.argv[2];
  if (!site || !fs.existsSync(path.join(site, 'index.html'))) {
    console.error(`usage: node ${usage} (a built site, with index.html in it)`);
    process.exit(2);
  }
  return site;
}

/** Every file of a site that ends with `ending`, as a path from its root. */
export function files(site, ending, folder = '') {
  const entries = fs.readdirSync(path.join(site, folder), { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const name = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return files(site, ending, name);
    return name.endsWith(ending) ? [name] : [];
  });
}

/** The folders of a site's languages; that of the main language is the root. */
export function languages(site) {
  const home = fs.readFileSync(path.join(site, 'index.html'), 'utf8');
  const main = home.match(/<html lang="([^"]+)"/)[1];
  const others = fs.readdirSync(site).filter((name) => fs.existsSync(path.join(site, name, 'index.html')) && /^[a-z]{2,3}(-|$)/.test(name));
  return [{ tag: main, prefix: '' }, ...others.map((tag) => ({ tag, prefix: `${tag}/` }))];
}

/** One page of each kind in a language: those of its folder, and the first of each folder below it. */
export function kinds(site, prefix) {
  const all = files(site, '.html', prefix.replace(/\/$/, ''));
  const others = new Set(prefix ? [] : languages(site).map(({ tag }) => tag));
  const seen = new Set();
  return all.filter((page) => {
    const [folder, ...rest] = page.slice(prefix.length).split('/');
    if (rest.length === 0) return true;
    if (others.has(folder) || seen.has(folder)) return false;
    seen.add(folder);
    return !/http-equiv="?refresh/i.test(fs.readFileSync(path.join(site, page), 'utf8'));
  });
}

/** A headless browser that asks nothing of the network. CHROME names it where it is not /usr/bin/chromium. */
export function launch() {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return chromium.launch({ executablePath: process.env.CHROME ?? '/usr/bin/chromium', args });
}

/** Opens a page and gives what went wrong on the way: anything on the console, files not found, requests to other hosts. */
export async function open(context, url, address) {
  const page = await context.newPage();
  const wrong = [];
  page.on('pageerror', (error) => wrong.push(`error in a script: ${error.message}`));
  page.on('console', (message) => wrong.push(`console: ${message.text()}`));
  // What a page asked for when it was left is no fault of its own.
  page.on('requestfailed', (request) => request.failure()?.errorText !== 'net::ERR_ABORTED' && wrong.push(`${request.url()}: ${request.failure()?.errorText}`));
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(url)) wrong.push(`a request to another host: ${request.url()}`);
  });
  page.on('response', (response) => response.status() >= 400 && wrong.push(`${response.status()} for ${response.url()}`));
  await page.goto(url + address, { waitUntil: 'load' });
  return { page, wrong };
}

/** Does `work` for every item, `width` of them at a time. */
export async function each(items, work, width = 3) {
  const left = [...items];
  await Promise.all(Array.from({ length: width }, async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  }));
}

/** Counts checks and gathers what is wrong. */
export function tally() {
  const faults = [];
  let passed = 0;
  const started = Date.now();
  return {
    /** Counts a check, and notes what it found wrong. */
    note(found) {
      if (found.length === 0) passed += 1;
      faults.push(...found);
    },
    /** Tells the result, and ends with 1 where anything is wrong. */
    finish(what) {
      for (const fault of faults) console.error(`- ${fault}`);
      console.log(`${what}: ${passed} passed, ${faults.length} failed (${Math.round((Date.now() - started) / 1000)} s)`);
      process.exit(faults.length > 0 ? 1 : 0);
    },
  };
}
