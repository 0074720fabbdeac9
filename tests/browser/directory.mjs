// Owns what only a browser can tell of the directory of members: filters, sorting, the map, the address, the keyboard. usage: node directory.mjs SITE_FOLDER
// Ends with 1 and a list of everything that is wrong. CHROME names the browser where it is not /usr/bin/chromium.
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { serve } from './serve.mjs';

const site = process.argv[2];
if (!site || !fs.existsSync(path.join(site, 'members.html'))) {
  console.error('usage: node directory.mjs SITE_FOLDER (a built site of the example, with members.html in it)');
  process.exit(2);
}
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'";
const faults = [];
let passed = 0;

const { url, close } = await serve(site, '/timber/');
const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const browser = await chromium.launch({ executablePath: process.env.CHROME ?? '/usr/bin/chromium', args: flags });

/** Runs one check on a fresh page, under the policy that the site promises to keep; a message on the console is a fault too. */
async function check(name, address, run, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const wrong = [];
  page.on('pageerror', (error) => wrong.push(`error in a script: ${error.message}`));
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && wrong.push(`console: ${message.text()}`));
  await page.route('**/*.html*', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': POLICY } });
  });
  const is = (what, found, wanted) => {
    if (JSON.stringify(found) !== JSON.stringify(wanted)) wrong.push(`${what}: ${JSON.stringify(found)} in place of ${JSON.stringify(wanted)}`);
  };
  try {
    await page.goto(url + address, { waitUntil: 'load' });
    await run(page, is);
  } catch (error) {
    wrong.push(error.message.split('\n')[0]);
  }
  await context.close();
  if (wrong.length === 0) passed += 1;
  faults.push(...wrong.map((one) => `${name}: ${one}`));
}

const visible = (page) => page.locator('.entry:visible').count();
const status = (page) => page.locator('.result-count').innerText();
const query = async (page) => decodeURIComponent(await page.evaluate(() => location.search));
const box = (page, name, value) => page.locator(`input[name=${name}][value=${value}]`);
const ids = (page) => page.locator('.entry:visible').evaluateAll((rows) => rows.map((row) => row.id));
/** Waits until the list has settled to a number of members. */
const settle = (page, count) => page.waitForFunction((wanted) => [...document.querySelectorAll('.entry')].filter((row) => row.getClientRects().length > 0).length === wanted, count, { timeout: 3000 });

await check('whole list', 'members.html', async (page, is) => {
  is('members', await visible(page), 60);
  is('status', await status(page), '60 members');
  is('address', await query(page), '');
  is('filters are open beside the list', await page.locator('details.facets').evaluate((one) => one.open), true);
  is('nothing is chosen', await page.locator('.chosen').isVisible(), false);
});

await check('choosing', 'members.html', async (page, is) => {
  await box(page, 'kind', 'research').check();
  is('address', await query(page), '?kind=research');
  is('researchers', await visible(page), 3);
  is('status', await status(page), 'Members shown: 3 of 60');
  await box(page, 'kind', 'education').check();
  is('two kinds add up', await visible(page), 7);
  await box(page, 'place', 'aubrelac').check();
  is('two filters narrow', (await ids(page)).sort(), ['member-ecole-charpente', 'member-institut-bois']);
  is('address', await query(page), '?kind=research&kind=education&place=aubrelac');
  const counts = await page.locator('input[name=kind]').evaluateAll((all) => all.map((one) => [one.value, one.closest('label').querySelector('.count').textContent]));
  is('counts say what choosing would give', Object.fromEntries(counts).research, '1');
  is('headings of empty kinds are gone', await page.locator('.kind:visible').count(), 2);
  await page.locator('.chips button', { hasText: 'Aubrelac' }).click();
  is('a chip takes its filter out', await visible(page), 7);
  is('and its box', await box(page, 'place', 'aubrelac').isChecked(), false);
  await page.locator('.clear').click();
  is('all are back', [await visible(page), await query(page), await status(page)], [60, '', '60 members']);
});

await check('back and forth', 'members.html', async (page, is) => {
  await box(page, 'kind', 'finance').check();
  await box(page, 'place', 'tervoise').check();
  is('both', await visible(page), 1);
  await page.goBack();
  await settle(page, 2);
  is('one step back', [await query(page), await box(page, 'place', 'tervoise').isChecked()], ['?kind=finance', false]);
  await page.goBack();
  await settle(page, 60);
  is('at the beginning', [await query(page), await box(page, 'kind', 'finance').isChecked()], ['', false]);
  await page.goForward();
  await settle(page, 2);
  is('forward again', await box(page, 'kind', 'finance').isChecked(), true);
});

await check('a shared address', 'members.html?node=sawing&grade=member&q=scierie&sort=name', async (page, is) => {
  is('is restored', [await box(page, 'node', 'sawing').isChecked(), await page.locator('#q').inputValue(), await page.locator('#sort').inputValue()], [true, 'scierie', 'name']);
  is('members', await ids(page), ['member-scierie-aubanel', 'member-scierie-pont-lierre', 'member-scierie-moulin-gris']);
});

await check('a nonsensical address', 'members.html?kind=<b>x&place=nowhere&sort=%22&node=&q=%00', async (page, is) => {
  is('nobody is there', [await visible(page), await page.locator('.no-match').isVisible()], [0, true]);
  is('nothing was taken for HTML', await page.locator('.chips b').count(), 0);
  await page.locator('.clear').click();
  is('all are back', await visible(page), 60);
});

await check('searching', 'members.html', async (page, is) => {
  await page.locator('#q').pressSequentially('EBENISTERIE');
  await settle(page, 1);
  is('accents and capitals do not count', await ids(page), ['member-ebenisterie-corbel']);
  is('address', await query(page), '?q=EBENISTERIE');
  await page.goBack();
  await settle(page, 60);
  is('one step back takes all letters out', [await page.locator('#q').inputValue(), await query(page)], ['', '']);
  await page.locator('#q').fill('larch windows');
  await settle(page, 1);
  is('every word counts, in any order', await ids(page), ['member-menuiserie-orme']);
  await page.locator('#q').fill('zzz');
  await settle(page, 0);
  is('the message', await page.locator('.no-match').isVisible(), true);
  await page.keyboard.press('Enter');
  is('sending the form leads nowhere', await query(page), '?q=zzz');
});

await check('sorting', 'members.html', async (page, is) => {
  await page.locator('#sort').selectOption('size');
  is('largest first', (await ids(page)).slice(0, 2), ['member-conseil-regional', 'member-universite-plateau']);
  is('without headings', await page.locator('.kind:visible').count(), 0);
  is('address', await query(page), '?sort=size');
  await page.locator('#sort').selectOption('joined');
  is('newest first', (await ids(page))[0], 'member-drone-canopee');
  await page.locator('#sort').selectOption('');
  is('by kind again', [await page.locator('.kind:visible').count(), await visible(page)], [8, 60]);
  is('in the order of before', (await ids(page)).slice(0, 2), ['member-atelier-quatre-vents', 'member-atelier-larmande']);
});

await check('keyboard alone', 'members.html', async (page, is) => {
  await page.locator('#q').focus();
  await page.keyboard.press('Tab');
  is('the filters', await page.evaluate(() => document.activeElement.tagName), 'SUMMARY');
  await page.keyboard.press('Tab');
  is('the first box', await page.evaluate(() => document.activeElement.value), 'sme');
  await page.keyboard.press('Space');
  is('chosen', [await query(page), await visible(page)], ['?kind=sme', 37]);
  is('the focus stays', await page.evaluate(() => document.activeElement.value), 'sme');
  await page.locator('.chips button').first().focus();
  await page.keyboard.press('Enter');
  is('taken out', [await query(page), await visible(page)], ['', 60]);
  is('the focus is not lost', await page.evaluate(() => document.activeElement.id), 'q');
  await page.locator('.chart-wide a', { hasText: 'Brennac' }).first().focus();
  await page.keyboard.press('Enter');
  is('a disc lists its members', [await query(page), await page.evaluate(() => document.activeElement.id)], ['?place=brennac', 'results']);
});

await check('map', 'members.html', async (page, is) => {
  const number = (town) => page.locator('.chart-wide a', { hasText: town }).first().locator('text').first().textContent();
  is('a disc counts its members', await number('Brennac'), '5');
  await box(page, 'node', 'carpentry').check();
  is('and only those that are shown', await number('Brennac'), '2');
  is('one without is faint', await page.locator('.chart-wide a.off', { hasText: 'Haut-Cèdre' }).count() > 0, true);
  await page.locator('.clear').click();
  await page.locator('.chart-wide a', { hasText: 'Brennac' }).first().click();
  is('a click lists them', [await query(page), await visible(page) > 4], ['?place=brennac', true]);
  await page.locator('.figure details summary').first().click();
  await page.locator('.figure details a', { hasText: 'Tervoise' }).click();
  is('as does the table', await query(page), '?place=tervoise');
});

await check('links to members', 'members.html?kind=finance#member-institut-bois', async (page, is) => {
  is('show them whatever is chosen', await page.locator('#member-institut-bois').isVisible(), true);
});

await check('Arabic', 'ar/members.html', async (page, is) => {
  await box(page, 'kind', 'research').check();
  is('status', await status(page), 'الأعضاء المعروضون: 3 من 60');
  const [filters, found] = await page.evaluate(() => ['.filters', '.found'].map((one) => document.querySelector(one).getBoundingClientRect().left));
  is('filters stand at the right', filters > found, true);
  await page.locator('#q').fill('aubrelac');
  await settle(page, 1);
});

await check('telephone', 'members.html', async (page, is) => {
  is('filters are folded', await page.locator('details.facets').evaluate((one) => one.open), false);
  await page.locator('details.facets summary').click();
  await box(page, 'kind', 'public').check();
  is('number of filters', await page.locator('#filters-used').innerText(), '(1)');
  is('nothing is wider than the screen', await page.evaluate(() => document.documentElement.scrollWidth), 320);
}, { viewport: { width: 320, height: 640 } });

await check('without scripts', 'members.html?place=brennac#results', async (page, is) => {
  is('all are there', await visible(page), 60);
  is('what can do nothing is not', [await page.locator('.filters').isVisible(), await page.locator('#sort').isVisible()], [false, false]);
  await page.locator('.page-meta a').last().click();
  is('links lead to kinds', new URL(page.url()).hash, '#kind-association');
}, { javaScriptEnabled: false });

// Nothing moves while the page builds itself up.
for (const width of [360, 1280]) {
  await check(`layout at ${width}`, 'members.html', async (page, is) => {
    const moved = await page.evaluate(() => new Promise((done) => {
      let sum = 0;
      new PerformanceObserver((list) => list.getEntries().forEach((entry) => (sum += entry.value))).observe({ type: 'layout-shift', buffered: true });
      setTimeout(() => done(sum), 400);
    }));
    is('shift', moved < 0.01, true);
  }, { viewport: { width, height: 800 } });
}

// A thousand members: the list copied until there are so many, before the script runs.
const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
const page = await context.newPage();
await page.route('**/members.html', async (route) => {
  const body = await (await route.fetch()).text();
  const rows = body.match(/<li class="entry"[\s\S]*?<\/div><\/li>/g);
  const many = Array.from({ length: 940 }, (_, index) => rows[index % rows.length].replace(/id="member-/, `id="member-${index}-`)).join('');
  await route.fulfill({ body: body.replace('<ul class="entries">', `<ul class="entries">${many}`), contentType: 'text/html' });
});
await page.goto(`${url}members.html`);
const took = await page.evaluate(async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const time = async (act) => {
    const begin = performance.now();
    act();
    await frame();
    return Math.round(performance.now() - begin);
  };
  const sort = document.getElementById('sort');
  return {
    members: document.querySelectorAll('.entry').length,
    filter: await time(() => document.querySelector('input[value=sme]').click()),
    shown: document.querySelector('.result-count').textContent,
    sort: await time(() => {
      sort.value = 'name';
      sort.dispatchEvent(new Event('change', { bubbles: true }));
    }),
  };
});
console.log(`with ${took.members} members: filter ${took.filter} ms, sort ${took.sort} ms`);
if (took.members < 1000 || took.shown === '60 members' || took.filter > 500 || took.sort > 1000) faults.push(`too slow or too few: ${JSON.stringify(took)}`);
else passed += 1;
await context.close();
await browser.close();
close();

for (const fault of faults) console.error(`- ${fault}`);
console.log(`${passed} passed, ${faults.length} failed`);
process.exit(faults.length > 0 ? 1 : 0);
